//! What an unusual corpus or a long visit does to the page. Each story prints what it measured.

use anyhow::{Result, ensure};
use std::fmt::Write as _;
use thirtyfour::Key;
use visavis_browser_tests::{Dist, Engine, Page, visit, visit_dist};

/// Words in any order, the same for the same seed.
struct Words(u64);

impl Words {
    fn next(&mut self) -> &'static str {
        const STOCK: [&str; 24] = [
            "la",
            "ville",
            "reste",
            "sous",
            "le",
            "feu",
            "des",
            "avions",
            "tandis",
            "que",
            "les",
            "secours",
            "attendent",
            "une",
            "trêve",
            "annoncée",
            "par",
            "deux",
            "ministres",
            "devant",
            "presse",
            "étrangère",
            "depuis",
            "hier",
        ];
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        STOCK[(self.0 >> 33) as usize % STOCK.len()]
    }

    /// A paragraph of `words` words that names an entity at every `every`th.
    fn paragraph(&mut self, words: usize, every: usize, entities: usize) -> String {
        let mut out = String::from("Ici");
        for at in 1..words {
            if at % every == 0 {
                let _ = write!(out, " Nom{}", (self.0 >> 40) as usize % entities);
            }
            let _ = write!(out, " {}", self.next());
        }
        out + "."
    }
}

/// The page over a corpus written by `write`: articles by file name, and `entities.toml`.
async fn over(
    articles: &[(String, String)],
    config: &str,
    entities: &str,
    story: impl AsyncFnOnce(&Page) -> Result<()>,
) -> Result<()> {
    let corpus = tempfile::tempdir()?;
    std::fs::create_dir(corpus.path().join("articles"))?;
    for (name, text) in articles {
        std::fs::write(corpus.path().join("articles").join(name), text)?;
    }
    std::fs::write(corpus.path().join("corpus.toml"), config)?;
    std::fs::write(corpus.path().join("entities.toml"), entities)?;
    let pack = visavis_cli::pack(corpus.path())?;
    let dist = Dist::copy()?;
    dist.repack(|_| pack)?;
    visit_dist(dist.path(), story).await
}

fn entities(count: usize) -> String {
    let mut out = String::new();
    for at in 0..count {
        let _ = writeln!(out, "[[entity]]\nid = \"e{at}\"\nkind = \"person\"\nname = \"Nom{at}\"");
    }
    out
}

const CONFIG: &str = "title = \"Épreuve\"\ndescription = \"Un corpus pour les mesures.\"\nlanguages = [\"fr\"]\n";

#[tokio::test]
#[ignore = "needs a browser: cargo xtask test"]
async fn a_long_article_opens_and_scrolls_and_says_in_what_time() -> Result<()> {
    let mut words = Words(7);
    let paragraphs: Vec<String> = (0..334).map(|_| words.paragraph(60, 6, 80)).collect();
    let long = format!("Un long article\n\n{}\n", paragraphs.join("\n\n"));
    let articles = [("long.txt".to_owned(), long), ("court.txt".to_owned(), "Un titre\n\nUn mot.\n".to_owned())];
    over(&articles, CONFIG, &entities(80), async |page| {
        page.load("").await?;
        let opened = page.wait_for(OPEN).await?;
        // The words are there at once; the marks of so long a text come in slices.
        let words = page.text("article").await?.unwrap_or_default().split_whitespace().count();
        ensure!(words >= 334 * 60, "only {words} words are there");
        page.until("document.querySelectorAll('article [data-mention]').length >= 2900").await?;
        let marks = page.count("article [data-mention]").await?;
        let scrolled = page.wait_for(SCROLL).await?;
        println!("an article of {} words and {marks} names: opened in {opened} ms, scrolled: {scrolled}", 334 * 60);
        Ok(())
    })
    .await
}

#[tokio::test]
#[ignore = "needs a browser: cargo xtask test"]
async fn two_long_texts_are_compared_while_the_page_answers() -> Result<()> {
    let mut words = Words(5);
    let mut long = |name: &str| {
        let paragraphs: Vec<String> = (0..334).map(|_| words.paragraph(60, 6, 80)).collect();
        (format!("{name}.txt"), format!("Un long article\n\n{}\n", paragraphs.join("\n\n")))
    };
    let articles = [long("un"), long("deux")];
    over(&articles, CONFIG, &entities(80), async |page| {
        page.load("").await?;
        page.eval(&format!("({TASKS})()")).await?;
        let shown = page.wait_for(FACE_TO_FACE).await?;
        // Both texts are there from beginning to end, however they came.
        for side in [0, 1] {
            page.until(&format!("document.querySelectorAll('[data-pane=\"{side}\"] p').length === 334")).await?;
        }
        let tasks = page.eval("tasks").await?;
        println!(
            "two texts of {} words face to face: first shown after {shown} ms; tasks over 50 ms: {tasks}",
            334 * 60
        );
        // Whoever leaves before they are compared finds the next view whole.
        page.eval("['#/explore', '#/compare/deux/un', '#/explore'].forEach(hash => location.hash = hash)").await?;
        page.find("#results").await?;
        page.expect("!document.querySelector('.compare')").await
    })
    .await
}

/// Keeps the tasks over 50 ms, in milliseconds.
const TASKS: &str = "() => {
    window.tasks = [];
    new PerformanceObserver(list => tasks.push(...list.getEntries().map(e => Math.round(e.duration)))).observe({ type: 'longtask' });
}";

/// From the address to the frame after the one that shows both texts, in milliseconds.
const FACE_TO_FACE: &str = "(async () => {
    const begun = performance.now();
    location.hash = '#/compare/un/deux';
    while (!document.querySelector('[data-pane=\"1\"] p')) await new Promise(done => setTimeout(done));
    await new Promise(requestAnimationFrame);
    await new Promise(done => { const port = new MessageChannel(); port.port1.onmessage = done; port.port2.postMessage(0); });
    return Math.round(performance.now() - begun);
})()";

/// From the press on the link to the frame after the one that shows the article, in milliseconds: the best of three.
const OPEN: &str = "(async () => {
    let best = Infinity;
    for (let run = 0; run < 3; run++) {
        location.hash = '#/explore';
        while (!document.querySelector('[data-article=long] a.title')) await new Promise(requestAnimationFrame);
        await new Promise(done => setTimeout(done, 200));
        const begun = performance.now();
        document.querySelector('[data-article=long] a.title').click();
        while (!document.querySelector('article[data-article=long]')) await new Promise(done => setTimeout(done));
        await new Promise(requestAnimationFrame);
        await new Promise(done => { const port = new MessageChannel(); port.port1.onmessage = done; port.port2.postMessage(0); });
        best = Math.min(best, performance.now() - begun);
    }
    return Math.round(best * 10) / 10;
})()";

/// Tasks over 50 ms, and the frames that took long, while the article scrolls by.
const SCROLL: &str = "(async () => {
    const tasks = [];
    const observer = new PerformanceObserver(list => tasks.push(...list.getEntries().map(e => Math.round(e.duration))));
    observer.observe({ type: 'longtask' });
    const work = [];
    for (let frame = 0; frame < 120; frame++) {
        await new Promise(requestAnimationFrame);
        const begun = performance.now();
        scrollBy(0, 300);
        document.body.offsetHeight;
        work.push(performance.now() - begun);
    }
    await new Promise(done => setTimeout(done, 100));
    observer.disconnect();
    work.sort((a, b) => a - b);
    const at = share => Math.round(work[Math.floor(share * (work.length - 1))] * 10) / 10;
    return { frames: work.length, median_ms: at(.5), p95_ms: at(.95), worst_ms: at(1), tasks_over_50_ms: tasks };
})()";

#[tokio::test]
#[ignore = "needs a browser: cargo xtask test"]
async fn a_hundred_actions_at_a_thousand_articles_say_how_long_the_page_took() -> Result<()> {
    if !Engine::can("timing what a reader does")? {
        return Ok(());
    }
    let mut words = Words(11);
    let mut lines = String::new();
    let mut config = CONFIG.to_owned();
    for at in 0..5 {
        let _ = writeln!(config, "[[outlet]]\nid = \"o{at}\"\nname = \"Source {at}\"");
    }
    for at in 0..1000 {
        let paragraphs: Vec<String> = (0..6).map(|_| words.paragraph(60, 9, 80)).collect();
        let article = serde_json::json!({
            "id": format!("a{at}"), "outlet": format!("o{}", at % 5), "date": format!("2016-10-{:02}", at % 30 + 1),
            "title": words.paragraph(8, 5, 80), "body": paragraphs.join("\n\n"),
        });
        let _ = writeln!(lines, "{article}");
    }
    over(&[("press.jsonl".to_owned(), lines)], &config, &entities(80), async |page| {
        page.load("").await?;
        page.expect("visavis.articles().length === 1000").await?;
        page.eval(&format!("({OBSERVE})()")).await?;
        for (round, word) in ["treve", "avions", "presse", "ville"].into_iter().enumerate() {
            page.click("#search").await?;
            for letter in word.chars() {
                page.press(letter.to_string()).await?;
            }
            page.choose("outlet", &format!("o{round}")).await?;
            page.choose("outlet", &format!("o{round}")).await?;
            page.click("#results a.title").await?;
            page.find("article[data-article]").await?;
            for _ in 0..6 {
                page.press("n").await?;
            }
            page.click(".toggle").await?;
            page.click(".toggle").await?;
            page.click(".back").await?;
            page.find("#results").await?;
            page.click("#search").await?;
            for _ in word.chars() {
                page.press(Key::Backspace + "").await?;
            }
        }
        page.wait_for("new Promise(done => setTimeout(done, 300))").await?;
        let taken = page.eval("taken()").await?;
        println!("actions at 1,000 articles, press to paint in ms: {taken}");
        ensure!(taken["actions"].as_u64() >= Some(100), "{taken}");
        Ok(())
    })
    .await
}

/// Keeps what the browser says of each action. It says nothing of those under 16 ms.
const OBSERVE: &str = "() => {
    const longest = new Map(), before = performance.interactionCount ?? 0;
    new PerformanceObserver(list => {
        for (const { interactionId, duration, name } of list.getEntries())
            if (interactionId && duration > (longest.get(interactionId)?.duration ?? 0)) longest.set(interactionId, { duration, name });
    }).observe({ type: 'event', durationThreshold: 16 });
    window.taken = () => {
        const actions = performance.interactionCount - before;
        const known = [...longest.values()].map(({ duration }) => duration).sort((a, b) => b - a);
        const at = share => known[Math.floor((1 - share) * actions)] ?? 'under 16';
        return { actions, p50: at(.5), p75: at(.75), p95: at(.95), p98: at(.98), worst: at(1) };
    };
}";

#[tokio::test]
#[ignore = "needs a browser: cargo xtask test"]
async fn five_hundred_views_leave_nothing_behind() -> Result<()> {
    if !Engine::can("counting what a page holds in memory")? {
        return Ok(());
    }
    visit(async |page| {
        page.load("").await?;
        let routes = format!(
            "['#/explore', '#/read/{0}', '#/explore?q=alep', '#/compare/{0}/{1}', '#/about', '#/entity/poutine', '#/concordance?q=alep']",
            crate::ARTICLES[0],
            crate::ARTICLES[2]
        );
        let walk = |count: u32| {
            format!(
                "(async routes => {{
                    for (let at = 0; at < {count}; at++) {{
                        location.hash = routes[at % routes.length];
                        // Browsers bound how many addresses a page may visit in a second.
                        await new Promise(done => setTimeout(done, 60));
                        await new Promise(requestAnimationFrame);
                    }}
                    location.hash = routes[0];
                    await new Promise(done => setTimeout(done, 200));
                    return 0;
                }})({routes})"
            )
        };
        page.wait_for(&walk(50)).await?;
        let before = page.memory().await?;
        for _ in 0..5 {
            page.wait_for(&walk(100)).await?;
        }
        let after = page.memory().await?;
        println!("before 500 views: {before:?}; after: {after:?}");
        ensure!(after.nodes <= before.nodes + 200, "nodes: {before:?} became {after:?}");
        ensure!(after.listeners <= before.listeners + 50, "listeners: {before:?} became {after:?}");
        ensure!(after.heap <= before.heap + 3_000_000, "heap: {before:?} became {after:?}");
        Ok(())
    })
    .await
}

#[tokio::test]
#[ignore = "needs a browser: cargo xtask test"]
async fn odd_titles_and_texts_break_nothing() -> Result<()> {
    let articles = [
        ("long-title.txt", format!("{}\n\nUn paragraphe ordinaire, assez long pour être lu.\n", "x".repeat(300))),
        ("one-word.txt", "Mot\n".to_owned()),
        ("right-to-left.txt", "حلب تحت القصف\n\nقال الوزير إن المدينة لا تزال تحت القصف منذ أمس.\n".to_owned()),
        ("emoji.txt", "Un titre 🕊️👨‍👩‍👧\n\nLa paix 🕊️ revient à Nom1 👨‍👩‍👧 dans la ville.\n".to_owned()),
    ]
    .map(|(name, text)| (name.to_owned(), text));
    let aliases: Vec<String> = (0..500).map(|at| format!("\"Alias{at}\"")).collect();
    let many =
        format!("[[entity]]\nid = \"e1\"\nkind = \"person\"\nname = \"Nom1\"\naliases = [{}]\n", aliases.join(", "));
    let mut config = CONFIG.to_owned();
    for at in 0..200 {
        let _ = writeln!(config, "[[outlet]]\nid = \"o{at}\"\nname = \"Source {at}\"");
    }
    over(&articles, &config, &many, async |page| {
        for width in [1280, 390] {
            if !page.resize(width, 900).await? {
                continue;
            }
            for route in [
                "",
                "#/read/long-title",
                "#/read/one-word",
                "#/read/right-to-left",
                "#/read/emoji",
                "#/entity/e1",
                "#/about",
            ] {
                page.load(route).await?;
                page.snapshot().await?;
                let over = page.eval("document.documentElement.scrollWidth - innerWidth").await?;
                ensure!(over.as_f64().unwrap_or_default() < 1.0, "{route} is {over} pixels too wide at {width}");
            }
        }
        page.load("#/read/right-to-left").await?;
        page.expect("getComputedStyle(document.querySelector('article p[id]')).direction === 'rtl'").await
    })
    .await
}

#[tokio::test]
#[ignore = "needs a browser: cargo xtask test"]
async fn an_address_that_makes_no_sense_says_so_and_offers_a_way_back() -> Result<()> {
    visit(async |page| {
        for route in [
            "#/read",
            "#/read/%ff",
            "#/entity/nobody",
            "#/compare/x/y",
            "#/explore/more",
            "#%%%",
            "#/read/a/b?p=-1&q=%",
        ] {
            page.load(route).await?;
            page.until("document.querySelector('main h1')").await?;
            page.until("[...document.querySelectorAll('main a[href]')].length > 0").await?;
        }
        page.load("#/raed/x").await?;
        page.expect("document.querySelector('main').textContent.includes('/raed/x')").await
    })
    .await
}
