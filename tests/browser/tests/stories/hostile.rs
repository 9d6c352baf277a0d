//! Text from strangers, by the thousand, in every place where the page shows text: it stays text.
//!
//! A sample is told at every change; `VISAVIS_HOSTILE=all cargo test -p visavis-browser-tests hostile:: -- --include-ignored` takes every
//! string to every place.

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use visavis_browser_tests::{Dist, EVERYTHING, Page, visit, visit_dist};
use visavis_corpus::{
    Article, ArticleId, Block, Claim, Clue, ClueKind, Confidence, Corpus, Day, Entity, EntityIx, Head, Kind, Language,
    Lines, Marks, Mention, MentionRule, Meta, Naming, Outlet, Pack, Publish, Role, When,
};
use visavis_text::Span;

/// Blocks of an article, a string each; the string of the first block also stands in the head of the next articles.
const BLOCKS: usize = 24;

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

/// How many rotations are told: with all of them, each string has been in each place of a head.
fn rotations() -> usize {
    if std::env::var(EVERYTHING).as_deref() == Ok("all") { BLOCKS } else { 1 }
}

/// A pack that holds every string, made without reading captures: as a hostile writer would.
fn pack(strings: &[String], turn: usize) -> Vec<u8> {
    let count = strings.len().div_ceil(BLOCKS);
    let at = |n: usize| strings[n % strings.len()].clone();
    let entity = |(n, name): (usize, &String)| Entity {
        id: name.chars().take(60).chain(format!(" {n}").chars()).collect(),
        kind: Kind::ALL[n % Kind::ALL.len()],
        name: name.clone(),
        aliases: vec![at(n + 1)],
        descriptions: vec![at(n + 2)],
        same_as: vec![at(n + 3), format!("https://example.org/{}", at(n))],
        hide: false,
        recognised: n % 2 == 0,
        country: None,
    };
    let outlet = |n: usize| Outlet {
        id: format!("{n}{}", at(n * BLOCKS + turn)),
        name: at(n * BLOCKS + turn + 1),
        country: Some(at(n * BLOCKS + turn + 2)),
        owner: Some(at(n * BLOCKS + turn + 3)),
        kind: Some(at(n * BLOCKS + turn + 4)),
        url: Some(at(n * BLOCKS + turn + 5)),
        publish: Publish::Full,
    };
    let outlets: Vec<Outlet> = (0..count).map(outlet).collect();
    let mut articles: Vec<Article> = (0..count).map(|n| article(n, turn, &outlets[n].id, strings)).collect();
    articles.sort_by(|a, b| a.head.id.cmp(&b.head.id));
    Pack::write(&Corpus {
        meta: Meta {
            title: at(turn * 97),
            description: at(turn * 97 + 1),
            languages: vec![Language::French],
            licence: at(turn * 97 + 2),
        },
        outlets,
        entities: strings.iter().enumerate().map(entity).collect(),
        namings: vec![Naming { referent: at(turn), terms: vec![at(turn + 1), at(turn + 2)] }],
        articles,
    })
}

fn article(n: usize, turn: usize, outlet: &str, strings: &[String]) -> Article {
    let first = n * BLOCKS;
    let at = |place: usize| strings[(first + (turn + place) % BLOCKS) % strings.len()].clone();
    let stated =
        |place: usize| Claim::stated(at(place), Clue::new(ClueKind::FirstHeading, at(place + 1)).at(Lines::one(1)));
    let here = &strings[first..strings.len().min(first + BLOCKS)];
    let block = |(line, text): (usize, &String)| Block {
        role: Role::ALL[(line + turn) % Role::ALL.len()],
        lines: Lines::one(line as u32 + 1),
        source: vec![Span::new(0, text.len())],
        text: text.clone(),
        removed_by: Role::ALL[(line + turn) % Role::ALL.len()]
            .is_removed()
            .then(|| Clue::new(ClueKind::Fragment, text.clone())),
    };
    let mention = |(line, text): (usize, &String)| Mention {
        block: line as u32,
        span: Span::new(0, text.len()),
        kind: Kind::ALL[(first + line) % Kind::ALL.len()],
        entity: Some(EntityIx((first + line) as u32)),
        rule: MentionRule::CuratedName,
        confidence: Confidence::FULL,
        metonym: false,
    };
    Article {
        head: Head {
            id: ArticleId(format!("{n:04}{}", at(0).chars().take(40).collect::<String>())),
            file: at(2),
            title: stated(1),
            outlet: Claim::curated(outlet.to_owned(), at(3)),
            date: Claim::curated(When::day(Day::parse("2016-10-12").expect("a day")), at(4)),
            byline: stated(5),
            credit: stated(6),
            language: Claim::unknown(vec![]),
            url: Some(at(7)),
            archived: Some(at(8)),
        },
        blocks: here.iter().enumerate().map(block).collect(),
        marks: Marks { mentions: here.iter().enumerate().map(mention).collect(), ..Marks::default() },
    }
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
    const ours = href => /^(#|visavis\.html$|articles\/|examples\/$|licences\.txt$|sbom\.cdx\.json$|corpus-[0-9a-f]{16}\.pack$|https?:\/\/|blob:)/.test(href);
    window.foreign = () => {
        const found = [...broken];
        for (const element of document.querySelectorAll('body, body *')) {
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
    // In portions, each far below the time that a driver lets a script run.
    for hashes in hashes.chunks(100) {
        let found = page.wait_for(&format!("walk({})", json!(hashes))).await?;
        ensure!(found == json!([]), "text has become more than text: {found:#}");
    }
    Ok(())
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
    let all = rotations() > 1;
    for turn in 0..rotations() {
        let pack = pack(&strings, turn);
        let dist = Dist::copy()?;
        dist.repack(|_| pack.clone())?;
        let opened = Pack::open(&pack)?;
        let step = if all { 1 } else { 6 };
        let ids: Vec<String> = opened.heads().iter().step_by(step).map(|head| escaped(&head.id.0)).collect();
        let mut hashes: Vec<String> = ids.iter().map(|id| format!("#/read/{id}?removed=1")).collect();
        hashes.extend(ids.chunks(2).step_by(step).map(|pair| format!("#/compare/{}", pair.join("/"))));
        hashes.extend(
            opened.entities().iter().step_by(step * 40).map(|entity| format!("#/entity/{}", escaped(&entity.id))),
        );
        hashes.extend([
            "#/about".to_owned(),
            "#/overview".to_owned(),
            format!("#/explore?more={}", ids.len()),
            "#/concordance?q=alert".to_owned(),
        ]);
        visit_dist(dist.path(), async |page| {
            page.load("").await?;
            page.eval(&format!("(() => {{ {WATCH} ; return true }})()")).await?;
            walk(page, &hashes).await?;
            asks_for_nothing_else(page, &dist).await
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
    visit_dist(dist.path(), async |page| {
        page.load("").await?;
        page.eval(&format!("(() => {{ {WATCH} ; return true }})()")).await?;
        let step = if rotations() > 1 { 1 } else { 25 };
        let mut hashes = vec![];
        for text in strings.iter().step_by(step) {
            let text = escaped(text);
            hashes.extend([
                format!("#/explore?q={text}"),
                format!("#/{text}"),
                format!("#/read/{text}?q={text}"),
                format!("#/compare/{text}/{text}"),
                format!("#/explore?outlet={text}&entity={text}&month={text}&sort={text}&pick={text}"),
                format!("#/entity/{text}"),
                format!("#/concordance?q={text}"),
            ]);
        }
        walk(page, &hashes).await?;
        asks_for_nothing_else(page, &dist).await
    })
    .await
}

#[tokio::test]
#[ignore = "needs a browser: cargo xtask test"]
async fn what_turns_a_name_around_is_shown() -> Result<()> {
    let names = ["Poutine\u{202e}enituoP".to_owned(), "A\u{200b}lep en guerre".to_owned()];
    let pack = pack(&names, 0);
    let dist = Dist::copy()?;
    dist.repack(|_| pack)?;
    visit_dist(dist.path(), async |page| {
        page.load("#/about").await?;
        page.expect("document.querySelector('main').textContent.includes('[U+202E]')").await?;
        page.expect("document.title.includes('[U+202E]')").await?;
        let id = page.eval("visavis.articles()[0].id").await?;
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
            page.eval(&format!("(() => {{ {WATCH} ; return true }})()")).await?;
            walk(page, &[format!("#/entity/{entity}"), "#/about".to_owned(), "#/explore".to_owned(), "#/overview".to_owned()]).await?;
        }
        Ok(())
    })
    .await
}
