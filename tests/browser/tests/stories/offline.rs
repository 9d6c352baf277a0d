//! With the network gone: the copy that the browser keeps, how it changes, and how it goes away.

use anyhow::{Result, ensure};
use std::net::TcpListener;
use visavis_browser_tests::{Dist, Engine, Page, visit_at};
use visavis_cli::{server, site::Site};

/// Two explorers under one host.
const PREFIX: &str = "/press/";

/// Whether this engine can be asked: what `WebKitGTK` starts for a driver keeps nothing.
fn keeps() -> Result<bool> {
    if Engine::chosen()? == Engine::Webkit {
        println!("SKIPPED offline: the WebKitGTK that drivers start keeps no service worker");
        return Ok(false);
    }
    Ok(true)
}

/// A host that can be switched off and on again, on the same port.
struct Host {
    running: Option<server::Running>,
    port: u16,
    folder: tempfile::TempDir,
}

impl Host {
    fn start() -> Result<Self> {
        let folder = tempfile::tempdir()?;
        let port = TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port();
        let mut host = Self { running: None, port, folder };
        host.on()?;
        Ok(host)
    }

    fn on(&mut self) -> Result<()> {
        let site = server::Site::new(self.folder.path(), PREFIX)?;
        self.running = Some(server::start(site, TcpListener::bind(("127.0.0.1", self.port))?)?);
        Ok(())
    }

    /// Nothing answers from here on.
    fn off(&mut self) {
        self.running = None;
        // Wakes nobody, and holds that the port is free.
        while TcpListener::bind(("127.0.0.1", self.port)).is_err() {
            std::thread::sleep(std::time::Duration::from_millis(20));
        }
    }

    fn origin(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    fn home(&self, name: &str) -> String {
        format!("{}{PREFIX}{name}/", self.origin())
    }

    /// Puts the build at `name`, in place of what was there.
    fn put(&self, name: &str, build: &Site) -> Result<()> {
        let folder = self.folder.path().join(name);
        let _ = std::fs::remove_dir_all(&folder);
        Ok(build.write(&folder)?)
    }
}

/// The built page with a corpus of its own title.
fn build(title: &str) -> Result<Site> {
    let folder = tempfile::tempdir()?;
    std::fs::create_dir(folder.path().join("articles"))?;
    let text =
        "Le pont de la ville rouvre\n\nLe conseil municipal a voté jeudi soir la rénovation du pont de pierre.\n";
    std::fs::write(folder.path().join("articles/pont.txt"), text)?;
    std::fs::write(folder.path().join("corpus.toml"), format!("title = \"{title}\"\nlanguages = [\"fr\"]\n"))?;
    let pack = visavis_cli::pack(folder.path())?;
    Site::read(Dist::copy()?.path())?.dress(&pack).map_err(anyhow::Error::msg)
}

async fn kept(page: &Page) -> Result<()> {
    page.until("navigator.serviceWorker.controller?.state === 'activated'").await
}

async fn is_titled(page: &Page, title: &str) -> Result<()> {
    page.until(&format!("document.querySelector('a.home')?.textContent === '{title}'")).await
}

/// Asks the browser to look for a newer build, and waits until it has come to an end with it; whether another one waits than
/// before.
async fn look_for_update(page: &Page) -> Result<bool> {
    let found = page
        .wait_for(
            "navigator.serviceWorker.getRegistration().then(async registration => {
                const before = registration.waiting;
                try { await registration.update() } catch { return false }
                const coming = registration.installing;
                if (coming) await new Promise(done => coming.addEventListener('statechange', () => done()));
                return !!registration.waiting && registration.waiting !== before;
            })",
        )
        .await?;
    Ok(found == serde_json::json!(true))
}

#[tokio::test]
#[ignore = "needs a browser: cargo xtask test"]
async fn with_the_host_gone_the_page_opens_searches_and_reads() -> Result<()> {
    if !keeps()? {
        return Ok(());
    }
    let mut host = Host::start()?;
    host.put("a", &build("Premier")?)?;
    visit_at(host.home("a"), &host.origin(), async |page| {
        page.load("").await?;
        kept(page).await?;
        host.off();
        page.load("#/explore?q=pont").await?;
        is_titled(page, "Premier").await?;
        ensure!(page.results().await?.len() == 1, "nothing is found");
        page.reload().await?;
        page.load("#/read/pont").await?;
        page.expect("document.querySelector('article').innerText.includes('conseil municipal')").await?;
        // The plain pages too, and whatever else About links to.
        page.load_any("articles/index.html").await?;
        page.until("document.querySelectorAll('li a').length === 1").await?;
        page.browser.console().await.map(drop)
    })
    .await
}

#[tokio::test]
#[ignore = "needs a browser: cargo xtask test"]
async fn a_newer_build_is_offered_and_never_mixed() -> Result<()> {
    if !keeps()? {
        return Ok(());
    }
    let host = Host::start()?;
    host.put("a", &build("Premier")?)?;
    visit_at(host.home("a"), &host.origin(), async |page| {
        page.load("").await?;
        kept(page).await?;
        host.put("a", &build("Second")?)?;
        page.reload().await?;
        is_titled(page, "Premier").await?;
        ensure!(look_for_update(page).await?, "the newer build does not come");
        page.until("document.querySelector('#update')").await?;
        page.reload().await?;
        is_titled(page, "Premier").await?;
        page.click("#update").await?;
        is_titled(page, "Second").await?;
        page.until("performance.getEntriesByName('visavis-ready').length > 0").await?;
        // Of the build before, nothing is left.
        page.until("caches.keys().then(names => { window.names = names }) && window.names?.length === 1").await
    })
    .await
}

/// Spoils a build as an update that is cut off would leave it: one of the files that are not as they were `before`.
fn spoil(build: &mut Site, before: &Site, way: usize) -> Result<()> {
    let not_kept = ["sw.js", "visavis.html"];
    let changed = build.files().filter(|(name, bytes)| !not_kept.contains(name) && before.get(name) != Some(*bytes));
    let changed: Vec<(String, Vec<u8>)> = changed.map(|(name, bytes)| (name.to_owned(), bytes.to_vec())).collect();
    ensure!(changed.len() > 3, "two builds differ in {} files only", changed.len());
    let (name, bytes) = changed[way % changed.len()].clone();
    match way % 3 {
        // Nothing there yet.
        0 => build.remove(&name),
        1 => build.put(name, bytes[..bytes.len() / 2].to_vec()),
        // The file of some other build under the same name.
        _ => build.put(name, [bytes, b"\n".to_vec()].concat()),
    }
    Ok(())
}

#[tokio::test]
#[ignore = "needs a browser: cargo xtask test"]
async fn twenty_updates_that_are_cut_off_leave_a_page_that_works() -> Result<()> {
    if !keeps()? {
        return Ok(());
    }
    let mut host = Host::start()?;
    let first = build("Premier")?;
    host.put("a", &first)?;
    visit_at(host.home("a"), &host.origin(), async |page| {
        page.load("").await?;
        kept(page).await?;
        for way in 0..20 {
            let mut next = build(&format!("Version {way}"))?;
            if way % 4 == 3 {
                host.put("a", &next)?;
                // The host goes away while the browser fetches.
                let update = page.wait_for(
                    "navigator.serviceWorker.getRegistration().then(r => { r.update().catch(() => {}); return true })",
                );
                update.await?;
                host.off();
            } else {
                spoil(&mut next, &first, way)?;
                host.put("a", &next)?;
                ensure!(!look_for_update(page).await?, "way {way}: a build that is not whole was taken");
            }
            page.load("#/explore?q=pont").await?;
            let title = page.text("a.home").await?.unwrap_or_default();
            // One that was cut off late may have come whole, and taken over while no page was open; one that was spoilt never.
            let whole = (0..=way).filter(|way| way % 4 == 3).any(|way| title == format!("Version {way}"));
            ensure!(whole || title == "Premier", "way {way}: {title} is shown");
            ensure!(page.results().await?.len() == 1, "way {way}: nothing is found");
            if host.running.is_none() {
                host.on()?;
            }
        }
        host.put("a", &build("Dernier")?)?;
        look_for_update(page).await?;
        page.until("document.querySelector('#update')").await?;
        page.click("#update").await?;
        is_titled(page, "Dernier").await?;
        page.browser.console().await.map(drop)
    })
    .await
}

#[tokio::test]
#[ignore = "needs a browser: cargo xtask test"]
async fn two_explorers_of_one_host_do_not_meet() -> Result<()> {
    if !keeps()? {
        return Ok(());
    }
    let mut host = Host::start()?;
    host.put("a", &build("Premier")?)?;
    host.put("b", &build("Voisin")?)?;
    visit_at(host.home(""), &host.origin(), async |page| {
        let open = async |name: &str| {
            page.browser.session.goto("about:blank").await?;
            page.browser.session.goto(host.home(name)).await?;
            page.until("performance.getEntriesByName('visavis-ready').length > 0").await
        };
        open("a").await?;
        kept(page).await?;
        page.click("#theme").await?;
        page.until("document.documentElement.dataset.theme === 'light'").await?;
        open("b").await?;
        kept(page).await?;
        page.expect("!document.documentElement.dataset.theme").await?;
        // The neighbour throws its copy away.
        page.click("#about").await?;
        page.until("document.querySelector('#offline')").await?;
        page.click("#offline").await?;
        page.until("caches.keys().then(names => { window.names = names }) && window.names?.length === 1").await?;
        page.expect("window.names[0].includes('/press/a/')").await?;
        Ok(())
    })
    .await?;
    host.off();
    Ok(())
}

#[tokio::test]
#[ignore = "needs a browser: cargo xtask test"]
async fn a_copy_that_is_thrown_away_stays_away() -> Result<()> {
    if !keeps()? {
        return Ok(());
    }
    let host = Host::start()?;
    host.put("a", &build("Premier")?)?;
    visit_at(host.home("a"), &host.origin(), async |page| {
        page.load("#/about").await?;
        kept(page).await?;
        page.click("#offline").await?;
        page.load("").await?;
        let left = "Promise.all([caches.keys(), navigator.serviceWorker.getRegistrations()]).then(([names, workers]) => names.length + workers.length)";
        ensure!(page.wait_for(left).await? == serde_json::json!(0), "something is left");
        page.load("#/about").await?;
        page.click("#offline").await?;
        kept(page).await
    })
    .await
}
