//! One story: serve, open, act, then hold what every page promises.

use crate::{Browser, Engine, Page};
use anyhow::{Context, Result, bail, ensure};
use std::future::poll_fn;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::pin::pin;
use std::task::Poll;
use std::time::Duration;
use tempfile::TempDir;
use visavis_cli::server;
use xtask::project;

/// Where the page is served: a sub-path, as on the pages of a user or a department.
pub const PREFIX: &str = "/press/aleppo/";

/// No story may hang a build.
const LIMIT: Duration = Duration::from_mins(3);

/// How long a story may take: one that takes every string to every place ([`EVERYTHING`]) takes its time, and so do the slower engines.
fn limit() -> Duration {
    let slower = Engine::chosen().is_ok_and(|engine| engine != Engine::Chromium);
    let times = if std::env::var_os(EVERYTHING).is_some() { 20 } else { 1 };
    LIMIT * times * if slower { 2 } else { 1 }
}

/// Set to `all`, hostile strings are told without leaving any out.
pub const EVERYTHING: &str = "VISAVIS_HOSTILE";

/// Visits the built page.
pub async fn visit<Story>(story: Story) -> Result<()>
where
    Story: AsyncFnOnce(&Page) -> Result<()>,
{
    visit_dist(&project::dist(), story).await
}

/// Visits the page in `dist`.
pub async fn visit_dist<Story>(dist: &Path, story: Story) -> Result<()>
where
    Story: AsyncFnOnce(&Page) -> Result<()>,
{
    visit_site(served(dist)?, story).await
}

/// Visits a site, served as it says.
pub async fn visit_site<Story>(site: server::Site, story: Story) -> Result<()>
where
    Story: AsyncFnOnce(&Page) -> Result<()>,
{
    let running = server::start_anywhere(site)?;
    visit_at(running.url(), &running.origin(), story).await
}

/// Visits the page as one file, as a double click opens it.
pub async fn visit_file<Story>(file: &Path, story: Story) -> Result<()>
where
    Story: AsyncFnOnce(&Page) -> Result<()>,
{
    let file =
        file.canonicalize().with_context(|| format!("{} is not there: run `cargo xtask build`", file.display()))?;
    visit_at(format!("file://{}", file.display()), "file://", story).await
}

/// Visits the page at `home`, which may ask for what begins with `origin` and for nothing else.
pub async fn visit_at<Story>(home: String, origin: &str, story: Story) -> Result<()>
where
    Story: AsyncFnOnce(&Page) -> Result<()>,
{
    let page = Page::new(Browser::start(Engine::chosen()?).await?, home);
    let told = tell(story(&page)).await;
    let kept = promises(&page, origin).await;
    let address = page.address().await.unwrap_or_default();
    page.browser.quit().await?;
    let told = told.unwrap_or_else(|panic| std::panic::resume_unwind(panic));
    match (told, kept) {
        (Ok(()), kept) => kept,
        // A broken promise is often the reason of a broken story.
        (Err(error), Err(why)) => Err(error.context(format!("at {address}; also: {why:#}"))),
        (Err(error), Ok(())) => Err(error.context(format!("at {address}"))),
    }
}

/// The site in `dist`, under a sub-path.
pub(crate) fn served(dist: &Path) -> Result<server::Site> {
    let missing = || format!("{} is not there: run `cargo xtask build`", dist.display());
    server::Site::new(dist, PREFIX).with_context(missing)
}

/// Runs a story to its end, its time limit, or its panic. A session dropped by a panic would block the thread that has to end it, so a
/// failed assertion is held back until the browser is gone.
async fn tell(story: impl Future<Output = Result<()>>) -> std::thread::Result<Result<()>> {
    let limited = async {
        let limit = limit();
        tokio::time::timeout(limit, story).await.unwrap_or_else(|_| bail!("the story took longer than {limit:?}"))
    };
    let mut limited = pin!(limited);
    poll_fn(|context| match catch_unwind(AssertUnwindSafe(|| limited.as_mut().poll(context))) {
        Ok(poll) => poll.map(Ok),
        Err(panic) => Poll::Ready(Err(panic)),
    })
    .await
}

/// The console is silent, and every request stays on the origin.
async fn promises(page: &Page, origin: &str) -> Result<()> {
    let console = page.browser.console().await?;
    ensure!(console.is_empty(), "the console is not silent:\n{}", console.join("\n"));
    let abroad: Vec<String> =
        page.browser.requests().await?.into_iter().filter(|address| !stays(address, origin)).collect();
    ensure!(abroad.is_empty(), "requests left the origin:\n{}", abroad.join("\n"));
    Ok(())
}

/// Whether an address is on the origin, on no network at all, or the browser's own, as of the empty tab that it begins with.
fn stays(address: &str, origin: &str) -> bool {
    let local =
        ["data:", "blob:", "about:", "chrome:", "chrome-untrusted:"].iter().any(|scheme| address.starts_with(scheme));
    local || address.strip_prefix(origin).is_some_and(|rest| rest.starts_with('/'))
}

/// A copy of the built page, to be spoilt.
pub struct Dist {
    folder: TempDir,
}

impl Dist {
    /// Copies the built page.
    pub fn copy() -> Result<Self> {
        let folder = tempfile::tempdir()?;
        copy(&project::dist(), folder.path())?;
        Ok(Self { folder })
    }

    /// The copy.
    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    /// The pack in it.
    pub fn pack(&self) -> Result<PathBuf> {
        self.file(|file| file.extension().is_some_and(|it| it == "pack"))
    }

    /// The file in it that `is` holds for.
    fn file(&self, is: impl Fn(&Path) -> bool) -> Result<PathBuf> {
        let mut files = std::fs::read_dir(self.path())?.filter_map(|entry| Some(entry.ok()?.path()));
        files.find(|file| is(file)).context("there is no such file in the built page")
    }

    /// Runs `script` before the page's loader does.
    pub fn run_first(&self, script: &str) -> Result<()> {
        let loader =
            self.file(|file| file.file_name().is_some_and(|name| name.to_string_lossy().starts_with("boot-")))?;
        let rest = std::fs::read_to_string(&loader)?;
        Ok(std::fs::write(&loader, format!("{script}{rest}"))?)
    }

    /// Puts what `change` makes of the pack in its place.
    pub fn repack(&self, change: impl FnOnce(Vec<u8>) -> Vec<u8>) -> Result<()> {
        let pack = self.pack()?;
        let bytes = std::fs::read(&pack)?;
        Ok(std::fs::write(&pack, change(bytes))?)
    }
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    let entries =
        std::fs::read_dir(from).with_context(|| format!("{} is not there: run `cargo xtask build`", from.display()))?;
    for entry in entries {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            std::fs::create_dir_all(&target)?;
            copy(&entry.path(), &target)?;
        } else {
            std::fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_port_or_a_longer_host_is_another_origin() {
        let origin = "http://127.0.0.1:80";
        assert!(stays("http://127.0.0.1:80/a", origin) && stays("data:,x", origin));
        assert!(!stays("http://127.0.0.1:8080/a", origin) && !stays("https://127.0.0.1:80/a", origin));
    }
}
