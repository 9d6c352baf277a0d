//! Text from strangers, by the thousand, in every place where the page shows text: it stays text.
//!
//! A sample is told at every change; `VISAVIS_HOSTILE=all cargo test -p visavis-browser-tests hostile:: -- --include-ignored` takes every
//! string to every place.

use anyhow::{Context, Result, anyhow, ensure};
use serde_json::{Value, json};
use visavis_browser_tests::{Dist, EVERYTHING, Page, visit, visit_dist};
use visavis_cli::site::Site;
use visavis_corpus::{
    Article, ArticleId, Block, Claim, Clue, ClueKind, Confidence, Corpus, Day, Entity, EntityIx, Head, Kind, Language,
    Lines, Marks, Mention, MentionRule, Meta, Naming, Outlet, Pack, Publish, Role, When,
};
use visavis_text::Span;

/// How far apart the strings are that a sample takes to every place.
const SAMPLE: usize = 6;
/// The same for queries and addresses, of which each string has seven.
const SAMPLE_OF_ADDRESSES: usize = 20;
/// How many strings one visit takes around: the page of an entity looks at all articles of its pack, and a visit has its time.
const PART: usize = 150;
/// How many strings a corpus has in its title at once.
const TITLE: usize = 300;

/// Every string, or `None` (and a word on it) where the data set is not there.
fn strings() -> Result<Option<Vec<String>>> {
    let folder = xtask::project::data().join("hostile");
    if !folder.is_dir() {
        println!("SKIPPED hostile strings: ../shared/data/hostile is missing");
        return Ok(None);
    }
    let read = |name: &str| std::fs::read_to_string(folder.join(name)).with_context(|| name.to_owned());
    let naughty: Vec<String> = serde_json::from_str(&read("blns.json")?)?;
    let payloads = read("xss-payload-list.txt")?;
    let expected: Vec<Value> = serde_json::from_str(&read("dompurify-expect.json")?)?;
    let fixtures = expected.iter().filter_map(|fixture| fixture["payload"].as_str()).map(str::to_owned);
    let all = naughty.into_iter().chain(payloads.lines().map(str::to_owned)).chain(fixtures);
    Ok(Some(all.filter(|text| !text.trim().is_empty()).collect()))
}

/// Each string, or each that is `apart` from the one before.
fn some<T>(strings: Vec<T>, apart: usize) -> Vec<T> {
    let all = std::env::var(EVERYTHING).as_deref() == Ok("all");
    strings.into_iter().step_by(if all { 1 } else { apart }).collect()
}

/// A pack that holds every string in every place of an article's head, its text, its outlet and an entity, made without reading captures: as
/// a hostile writer would.
fn pack(strings: &[String], title: &str) -> Vec<u8> {
    let mut articles: Vec<Article> = strings.iter().enumerate().map(article).collect();
    articles.sort_by(|a, b| a.head.id.cmp(&b.head.id));
    Pack::write(&Corpus {
        meta: Meta {
            title: title.to_owned(),
            description: title.to_owned(),
            languages: vec![Language::French],
            licence: title.to_owned(),
        },
        outlets: strings.iter().enumerate().map(outlet).collect(),
        entities: strings.iter().enumerate().map(entity).collect(),
        namings: strings.iter().take(TITLE).map(|text| naming(text)).collect(),
        articles,
    })
}

/// An id that begins with the string and is no other's.
fn id(n: usize, text: &str) -> String {
    text.chars().take(60).chain(format!(" {n}").chars()).collect()
}

fn outlet((n, text): (usize, &String)) -> Outlet {
    let field = || Some(text.clone());
    Outlet {
        id: id(n, text),
        name: text.clone(),
        country: field(),
        owner: field(),
        kind: field(),
        url: field(),
        publish: Publish::Full,
    }
}

fn entity((n, text): (usize, &String)) -> Entity {
    Entity {
        id: id(n, text),
        kind: Kind::ALL[n % Kind::ALL.len()],
        name: text.clone(),
        aliases: vec![format!("{text} ")],
        descriptions: vec![text.clone()],
        same_as: vec![text.clone(), format!("https://example.org/{text}")],
        hide: false,
        recognised: n % 2 == 0,
        country: None,
    }
}

fn naming(text: &str) -> Naming {
    Naming { referent: text.to_owned(), terms: vec![text.to_owned(), "alert".to_owned()] }
}

fn article((n, text): (usize, &String)) -> Article {
    let stated = || Claim::stated(text.clone(), Clue::new(ClueKind::FirstHeading, text.clone()).at(Lines::one(1)));
    // What is read, and one of the other roles in turn.
    let roles = [Role::Body, Role::ALL[n % Role::ALL.len()]];
    let block = |(line, role): (u32, Role)| Block {
        role,
        lines: Lines::one(line),
        source: vec![Span::new(0, text.len())],
        text: text.clone(),
        removed_by: role.is_removed().then(|| Clue::new(ClueKind::Fragment, text.clone())),
    };
    let mention = Mention {
        block: 0,
        span: Span::new(0, text.len()),
        kind: Kind::ALL[n % Kind::ALL.len()],
        entity: Some(EntityIx(n as u32)),
        rule: MentionRule::CuratedName,
        confidence: Confidence::FULL,
        metonym: false,
    };
    Article {
        head: Head {
            id: ArticleId(id(n, text)),
            file: text.clone(),
            title: stated(),
            outlet: Claim::curated(id(n, text), text.clone()),
            date: Claim::curated(When::day(Day::parse("2016-10-12").expect("a day")), text.clone()),
            byline: stated(),
            credit: stated(),
            language: Claim::unknown(vec![]),
            url: Some(text.clone()),
            archived: Some(text.clone()),
        },
        blocks: (1..).zip(roles).map(block).collect(),
        marks: Marks { mentions: vec![mention], ..Marks::default() },
    }
}

/// The built page with another pack, as `visavis site` makes it: with the first paint, the list for installing and the plain pages.
fn dressed(pack: &[u8]) -> Result<Dist> {
    let dist = Dist::copy()?;
    let site = Site::read(dist.path()).map_err(|error| anyhow!("{error}"))?;
    let site = site.dress(pack).map_err(|error| anyhow!("{error}"))?;
    site.write(dist.path()).map_err(|error| anyhow!("{error}"))?;
    Ok(dist)
}

/// Looks at everything that there is: names of elements and attributes that the page itself uses, addresses of its own, and nothing else.
/// What a payload would do if it ran is noted in `broken`.
const WATCH: &str = r"
    window.broken = [];
    for (const name of ['alert', 'confirm', 'prompt', 'print', 'open']) window[name] = () => { broken.push(name); };
    addEventListener('securitypolicyviolation', event => broken.push('policy: ' + event.violatedDirective));
    const elements = new Set(('html head meta title link style script body main header nav search input label select option button a h1 h2 h3 h4 ' +
        'p span mark small strong em b i ul ol li dl dt dd div section article aside details summary table caption thead tbody tfoot tr th td ' +
        'dialog kbd figure figcaption blockquote cite q time fieldset legend progress output noscript svg g path rect circle line text polyline ' +
        'polygon sub sup abbr bdi hr br template footer form textarea code pre').split(' '));
    const wrong = name => /^on|^src|^style$|^formaction$|^action$|^background$|^poster$|^xlink|^http-equiv$/.test(name);
    const ours = href => /^(#|\.\.?\/(#\/read\/[^<>\s]*)?$|[\w~.-]+\.html$|articles\/|examples\/$|licences\.txt$|sbom\.cdx\.json$|corpus-[0-9a-f]{16}\.pack$|https?:\/\/|blob:)/.test(href);
    window.foreign = (root = document) => {
        const found = [...broken];
        for (const element of root.querySelectorAll('body, body *')) {
            if (!elements.has(element.localName)) found.push('<' + element.localName + '>');
            if (element.localName === 'script' && !element.dataset.known && element.parentElement?.localName !== 'body') found.push('script');
            for (const { name, value } of element.attributes) {
                if (wrong(name) && !(element.localName === 'script' && name === 'src')) found.push(element.localName + ' ' + name);
                if (/href$/.test(name) && !ours(value)) found.push(name + '=' + value);
                if (/^\s*(javascript|data|vbscript):/i.test(value) && /href|src/.test(name)) found.push(name + '=' + value);
            }
            if (element.localName === 'a' && /^https?:/.test(element.getAttribute('href') ?? '') &&
                element.getAttribute('rel') !== 'noopener noreferrer') found.push('a way out without rel');
        }
        return found;
    };
    // Pages without a script are read as the engine reads pages, and not run. But for the title, all plain pages have one head.
    window.heads = {};
    window.plain = async pages => {
        const found = [];
        for (const page of pages) {
            const read = await new Promise((done, failed) => {
                const request = new XMLHttpRequest();
                request.open('GET', page);
                request.responseType = 'document';
                request.onload = () => done(request.response);
                request.onerror = failed;
                request.send();
            });
            if (!read?.body?.textContent) found.push(page + ': nothing is shown');
            for (const what of foreign(read)) found.push(page.slice(0, 80) + ': ' + what);
            const head = [...read.head.children].map(e => e.localName === 'title' ? 'title' : e.outerHTML).join();
            if ((heads[page.split('/')[0]] ??= head) !== head) found.push(page.slice(0, 80) + ': another head');
            if (found.length > 10) break;
        }
        return found;
    };
    window.walk = async hashes => {
        const found = [];
        for (const hash of hashes) {
            const wanted = new URL(hash, location).hash;
            location.hash = hash;
            if (location.hash !== wanted) found.push(hash.slice(0, 80) + ': not gone to');
            await new Promise(done => requestAnimationFrame(() => setTimeout(done)));
            for (const what of foreign()) found.push(hash.slice(0, 80) + ': ' + what);
            if (!document.querySelector('#content')?.textContent) found.push(hash + ': nothing is shown');
            if (found.length > 10) break;
        }
        return found;
    };
    true";

/// Visits every address, and holds that nothing foreign is in the page.
async fn walk(page: &Page, hashes: &[String]) -> Result<()> {
    look(page, "walk", hashes).await
}

/// The same for pages as they are before a script runs. The policy of the explorer would hold for what it reads: an empty page reads.
async fn plain(page: &Page, dist: &Dist, pages: &[String]) -> Result<()> {
    std::fs::write(dist.path().join("empty.html"), "<!doctype html><title>empty</title><link rel=icon href=data:,>")?;
    page.load_any("empty.html").await?;
    watch(page).await?;
    look(page, "plain", pages).await
}

/// Loads the explorer in `dist`, visits every address, and holds that nothing else was asked for meanwhile.
async fn tour(page: &Page, dist: &Dist, hashes: &[String]) -> Result<()> {
    page.load("").await?;
    watch(page).await?;
    walk(page, hashes).await?;
    asks_for_nothing_else(page, dist).await
}

/// Looks at `places` in the page, `how` it is done there.
async fn look(page: &Page, how: &str, places: &[String]) -> Result<()> {
    // In portions, each far below the time that a driver lets a script run.
    for places in places.chunks(100) {
        let found = page.wait_for(&format!("{how}({})", json!(places))).await?;
        ensure!(found == json!([]), "text has become more than text: {found:#}");
    }
    Ok(())
}

async fn watch(page: &Page) -> Result<()> {
    page.eval(&format!("(() => {{ {WATCH} ; return true }})()")).await.map(drop)
}

/// Nothing was asked for but what the build made.
async fn asks_for_nothing_else(page: &Page, dist: &Dist) -> Result<()> {
    let names =
        page.strings("performance.getEntriesByType('resource').map(entry => new URL(entry.name).pathname)").await?;
    for name in names {
        let file = name.rsplit_once("/press/aleppo/").map_or(name.as_str(), |(_, file)| file);
        ensure!(dist.path().join(file).exists(), "{name} was asked for, and the build did not make it");
    }
    Ok(())
}

fn escaped(text: &str) -> String {
    text.bytes()
        .map(|byte| if byte.is_ascii_alphanumeric() { char::from(byte).to_string() } else { format!("%{byte:02X}") })
        .collect()
}

#[tokio::test]
#[ignore = "needs a browser: cargo xtask test"]
async fn thousands_of_strings_stay_text_in_every_view() -> Result<()> {
    let Some(strings) = strings()? else { return Ok(()) };
    let strings = some(strings, SAMPLE);
    for part in strings.chunks(PART) {
        let pack = pack(part, &part[0]);
        let dist = Dist::copy()?;
        dist.repack(|_| pack.clone())?;
        let opened = Pack::open(&pack)?;
        let ids: Vec<String> = opened.heads().iter().map(|head| escaped(&head.id.0)).collect();
        let mut hashes: Vec<String> = ids.iter().map(|id| format!("#/read/{id}?removed=1")).collect();
        hashes.extend(ids.chunks(2).map(|pair| format!("#/compare/{}", pair.join("/"))));
        hashes.extend(opened.entities().iter().map(|entity| format!("#/entity/{}", escaped(&entity.id))));
        hashes.extend(["#/about", "#/overview", "#/concordance?q=alert"].map(str::to_owned));
        hashes.push(format!("#/explore?more={}", ids.len()));
        visit_dist(dist.path(), async |page| tour(page, &dist, &hashes).await).await?;
    }
    Ok(())
}

#[tokio::test]
#[ignore = "needs a browser: cargo xtask test"]
async fn thousands_of_strings_stay_text_in_pages_without_a_script() -> Result<()> {
    let Some(strings) = strings()? else { return Ok(()) };
    let strings = some(strings, SAMPLE);
    let pack = pack(&strings, &strings[0]);
    let dist = dressed(&pack)?;
    let names = Pack::open(&pack)?.heads().iter().map(|head| head.id.page_name()).collect::<Vec<_>>();
    let mut names: Vec<String> = names.iter().map(|name| format!("articles/{}", escaped(name))).collect();
    names.extend(["articles/".to_owned(), "./".to_owned()]);
    visit_dist(dist.path(), async |page| plain(page, &dist, &names).await).await
}

#[tokio::test]
#[ignore = "needs a browser: cargo xtask test"]
async fn thousands_of_strings_stay_text_in_what_a_corpus_says_of_itself() -> Result<()> {
    let Some(strings) = strings()? else { return Ok(()) };
    for part in some(strings.chunks(TITLE).collect(), SAMPLE) {
        let dist = dressed(&pack(&part[..3.min(part.len())], &part.join(" ")))?;
        visit_dist(dist.path(), async |page| {
            plain(page, &dist, &["articles/".to_owned(), "./".to_owned()]).await?;
            tour(page, &dist, &["#/about", "#/explore", "#/overview"].map(str::to_owned)).await
        })
        .await?;
    }
    Ok(())
}

#[tokio::test]
#[ignore = "needs a browser: cargo xtask test"]
async fn thousands_of_strings_stay_text_in_queries_and_addresses() -> Result<()> {
    let Some(strings) = strings()? else { return Ok(()) };
    let dist = Dist::copy()?;
    for part in some(strings, SAMPLE_OF_ADDRESSES).chunks(PART) {
        let hashes: Vec<String> = part.iter().flat_map(|text| addresses(&escaped(text))).collect();
        visit_dist(dist.path(), async |page| tour(page, &dist, &hashes).await).await?;
    }
    Ok(())
}

/// Addresses with `text` in each of their parts.
fn addresses(text: &str) -> [String; 7] {
    [
        format!("#/explore?q={text}"),
        format!("#/{text}"),
        format!("#/read/{text}?q={text}"),
        format!("#/compare/{text}/{text}"),
        format!("#/explore?outlet={text}&entity={text}&month={text}&sort={text}&pick={text}"),
        format!("#/entity/{text}"),
        format!("#/concordance?q={text}"),
    ]
}

#[tokio::test]
#[ignore = "needs a browser: cargo xtask test"]
async fn what_turns_a_name_around_is_shown() -> Result<()> {
    let names = ["Poutine\u{202e}enituoP".to_owned(), "A\u{200b}lep en guerre".to_owned()];
    let pack = pack(&names, &names[0]);
    let dist = Dist::copy()?;
    dist.repack(|_| pack)?;
    visit_dist(dist.path(), async |page| {
        page.load("#/about").await?;
        page.expect("document.querySelector('main').textContent.includes('[U+202E]')").await?;
        page.expect("document.title.includes('[U+202E]')").await?;
        let id = page.eval("visavis.articles().find(article => article.id.startsWith('Poutine')).id").await?;
        page.load(&format!("#/read/{}?removed=1", escaped(id.as_str().unwrap_or_default()))).await?;
        page.expect("[...document.querySelectorAll('.unseen')].some(e => e.dataset.code === '[U+202E]')").await?;
        // Some engines give the text that is shown, others the rule that makes it.
        page.expect("[...document.querySelectorAll('.unseen')].every(e => /U\\+|data-code/.test(getComputedStyle(e, '::before').content))").await?;
        page.expect("[...document.querySelectorAll('.unseen')].every(e => getComputedStyle(e).unicodeBidi.includes('isolate'))").await
    })
    .await
}

/// What another page of the host may have written where this one keeps its settings and corrections.
#[tokio::test]
#[ignore = "needs a browser: cargo xtask test"]
async fn thousands_of_strings_stay_text_in_what_the_browser_keeps() -> Result<()> {
    let Some(strings) = strings()? else { return Ok(()) };
    visit(async |page| {
        page.load("").await?;
        let entity = page.strings("visavis.search('', {}).facets.entities.map(row => row.entity)").await?.remove(0);
        let plant = |part: &[String], setting: &str| {
            let lines: Vec<String> =
                part.iter().flat_map(|text| [format!("{text}\tmerge\t{entity}"), format!("{entity}\tmerge\t{text}")]).collect();
            let lines = lines.join("\n");
            format!(
                "(() => {{ const key = name => `visavis:${{location.pathname}}:${{name}}`; localStorage.setItem(key('corrections'), {}); \
                 for (const name of ['language', 'theme', 'keys', 'offline']) localStorage.setItem(key(name), {}); return true }})()",
                json!(lines),
                json!(setting)
            )
        };
        for part in strings.chunks(1500) {
            page.eval(&plant(part, &part[0])).await?;
            page.load(&format!("#/entity/{entity}")).await?;
            watch(page).await?;
            walk(page, &[format!("#/entity/{entity}"), "#/about".to_owned(), "#/explore".to_owned(), "#/overview".to_owned()]).await?;
        }
        Ok(())
    })
    .await
}
