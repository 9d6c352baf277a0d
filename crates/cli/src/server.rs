//! A static file server for the built page: loopback only, as dumb as the hosts that the page will meet.
//!
//! It knows nothing of the app's routes on purpose. A deep link works because all state stands after the `#`, and this server would
//! show it if that stopped being true.

use flate2::{Compression, write::GzEncoder};
use percent_encoding::percent_decode_str;
use std::fs::File;
use std::io::{Read, Result, Seek, SeekFrom, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::JoinHandle;
use std::time::Duration;

/// How long a browser may keep silent.
const PATIENCE: Duration = Duration::from_secs(30);
/// Longest request line and headers.
const MAX_REQUEST: usize = 32 * 1024;

/// A folder and the path under which it is served.
#[derive(Clone, Debug)]
pub struct Site {
    root: PathBuf,
    prefix: String,
    habits: Habits,
}

/// What hosts do differently, for tests of a page that has to bear it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Habits {
    /// Compresses what the browser takes compressed.
    pub gzip: bool,
    /// A type for `.wasm` other than its own, or none (empty).
    pub wasm: Option<&'static str>,
    /// Has browsers keep the page apart from all others: only then they tell the time to the microsecond, and count memory.
    pub isolated: bool,
}

/// What is sent back for one request.
#[derive(Debug, PartialEq, Eq)]
pub struct Answer {
    /// The status code.
    pub status: u16,
    /// Header names and values.
    pub headers: Vec<(&'static str, String)>,
    /// The body; not sent for `HEAD`.
    pub body: Vec<u8>,
}

impl Answer {
    fn plain(status: u16, text: &str) -> Self {
        let headers = vec![("Content-Type", "text/plain; charset=utf-8".to_owned())];
        Self { status, headers, body: format!("{text}\n").into_bytes() }
    }

    fn with(mut self, name: &'static str, value: String) -> Self {
        self.headers.push((name, value));
        self
    }

    /// The value of a header.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, value)| value.as_str())
    }
}

impl Site {
    /// Serves `root` under `prefix`, a path that begins and ends with `/`.
    ///
    /// # Errors
    /// Where the folder is not there.
    pub fn new(root: &Path, prefix: &str) -> Result<Self> {
        Ok(Self { root: root.canonicalize()?, prefix: prefix.to_owned(), habits: Habits::default() })
    }

    /// The same, served with the habits of some host.
    #[must_use]
    pub fn with(self, habits: Habits) -> Self {
        Self { habits, ..self }
    }

    /// Answers one request, from its method, its path and its `Range` header.
    pub fn answer(&self, method: &str, url: &str, range: Option<&str>) -> Answer {
        if method != "GET" && method != "HEAD" {
            return Answer::plain(405, "only GET and HEAD").with("Allow", "GET, HEAD".to_owned());
        }
        let path = url.split(['?', '#']).next().unwrap_or_default();
        if format!("{path}/") == self.prefix {
            return Answer::plain(301, "moved").with("Location", self.prefix.clone());
        }
        let found = path.strip_prefix(&self.prefix).and_then(|rest| self.resolve(rest));
        let answer = match found {
            Some(file) if file.is_dir() => self.folder(path, &file, range),
            Some(file) => send(&file, range),
            None => Answer::plain(404, "not found"),
        };
        self.habits.apply(path, answer)
    }

    /// A folder shows its index; without the final `/`, the page's relative addresses would miss.
    fn folder(&self, path: &str, folder: &Path, range: Option<&str>) -> Answer {
        if path.ends_with('/') {
            return send(&folder.join("index.html"), range);
        }
        // A path that begins with two slashes would name another host.
        let location = format!("{}{}/", self.prefix, path[self.prefix.len()..].trim_start_matches('/'));
        Answer::plain(301, "moved").with("Location", location)
    }

    /// The file that a decoded path names, inside the root whatever links say.
    fn resolve(&self, rest: &str) -> Option<PathBuf> {
        let decoded = percent_decode_str(rest).decode_utf8().ok()?;
        let plain = |part: Component<'_>| matches!(part, Component::Normal(_));
        if decoded.contains(['\0', '\\']) || !Path::new(&*decoded).components().all(plain) {
            return None;
        }
        let file = self.root.join(&*decoded).canonicalize().ok()?;
        file.starts_with(&self.root).then_some(file)
    }
}

impl Habits {
    /// What the host makes of an answer.
    fn apply(&self, path: &str, mut answer: Answer) -> Answer {
        let is_wasm = Path::new(path).extension().is_some_and(|extension| extension == "wasm");
        if let Some(kind) = self.wasm.filter(|_| is_wasm && answer.status == 200) {
            answer.headers.retain(|(name, _)| *name != "Content-Type");
            if !kind.is_empty() {
                answer.headers.push(("Content-Type", kind.to_owned()));
            }
        }
        if !self.isolated {
            return answer;
        }
        let answer = answer.with("Cross-Origin-Opener-Policy", "same-origin".to_owned());
        answer.with("Cross-Origin-Embedder-Policy", "require-corp".to_owned())
    }

    /// The answer, compressed for a browser that takes it so.
    fn compress(&self, answer: Answer, accepts: bool) -> Answer {
        if !self.gzip || !accepts || answer.status != 200 {
            return answer;
        }
        let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
        match encoder.write_all(&answer.body).and_then(|()| encoder.finish()) {
            Ok(body) => Answer { body, ..answer }.with("Content-Encoding", "gzip".to_owned()),
            Err(_) => answer,
        }
    }
}

/// Sends a file, or the part of it that `range` asks for.
fn send(file: &Path, range: Option<&str>) -> Answer {
    let Ok(length) = file.metadata().map(|found| found.len()) else { return Answer::plain(404, "not found") };
    let (status, from, count) = match range.map_or(Part::Whole, |range| part(range, length)) {
        Part::Whole => (200, 0, length),
        Part::Bytes(from, count) => (206, from, count),
        Part::Beyond => {
            return Answer::plain(416, "range not satisfiable").with("Content-Range", format!("bytes */{length}"));
        }
    };
    let Ok(body) = read(file, from, count) else { return Answer::plain(404, "not found") };
    // `no-cache` asks again each time, so that a rebuilt page is never mixed with an old one.
    let mut headers = vec![
        ("Content-Type", content_type(file)),
        ("Accept-Ranges", "bytes".to_owned()),
        ("Cache-Control", "no-cache".to_owned()),
        ("X-Content-Type-Options", "nosniff".to_owned()),
    ];
    if status == 206 {
        headers.push(("Content-Range", format!("bytes {from}-{}/{length}", from + count - 1)));
    }
    Answer { status, headers, body }
}

fn read(file: &Path, from: u64, count: u64) -> Result<Vec<u8>> {
    let mut file = File::open(file)?;
    file.seek(SeekFrom::Start(from))?;
    let mut body = Vec::new();
    file.take(count).read_to_end(&mut body)?;
    Ok(body)
}

fn content_type(file: &Path) -> String {
    let guess = mime_guess::from_path(file).first_or_octet_stream();
    let text = guess.type_() == "text" || guess.subtype() == "json" || guess.subtype() == "javascript";
    if text { format!("{guess}; charset=utf-8") } else { guess.to_string() }
}

/// What a `Range` header asks of a file.
#[derive(Debug, PartialEq, Eq)]
enum Part {
    Whole,
    /// First byte, and how many.
    Bytes(u64, u64),
    Beyond,
}

/// Reads a `Range` header; what is malformed or names several ranges is ignored, as RFC 9110 allows.
fn part(range: &str, length: u64) -> Part {
    let Some((first, last)) = range.strip_prefix("bytes=").and_then(|range| range.split_once('-')) else {
        return Part::Whole;
    };
    match (first.parse::<u64>(), last.parse::<u64>()) {
        (Ok(first), _) if first >= length => Part::Beyond,
        (Ok(first), Ok(last)) if first <= last => Part::Bytes(first, last.min(length - 1) - first + 1),
        (Ok(first), Err(_)) if last.is_empty() => Part::Bytes(first, length - first),
        (Err(_), Ok(0)) if first.is_empty() => Part::Beyond,
        (Err(_), Ok(_)) if first.is_empty() && length == 0 => Part::Beyond,
        (Err(_), Ok(tail)) if first.is_empty() => Part::Bytes(length.saturating_sub(tail), tail.min(length)),
        _ => Part::Whole,
    }
}

/// A server that runs until it is dropped.
pub struct Running {
    acceptor: Option<JoinHandle<()>>,
    over: Arc<AtomicBool>,
    address: SocketAddr,
    prefix: String,
}

/// Serves `site` on `listener`, from threads of its own: one a connection, one request a connection. A pool that browsers hold open
/// connections to can leave a request waiting for ever; on one machine, a new connection costs nothing.
///
/// # Errors
/// Where the listener has no address.
pub fn start(site: Site, listener: TcpListener) -> Result<Running> {
    let address = listener.local_addr()?;
    let prefix = site.prefix.clone();
    let over = Arc::new(AtomicBool::new(false));
    let (site, stop) = (Arc::new(site), Arc::clone(&over));
    let acceptor = std::thread::spawn(move || {
        for stream in listener.incoming().take_while(|_| !stop.load(Ordering::SeqCst)).flatten() {
            let site = Arc::clone(&site);
            // A browser that has gone away is no failure.
            std::thread::spawn(move || converse(&site, stream).unwrap_or_default());
        }
    });
    Ok(Running { acceptor: Some(acceptor), over, address, prefix })
}

/// Serves `site` on any free port of this machine.
///
/// # Errors
/// Where there is none.
pub fn start_anywhere(site: Site) -> Result<Running> {
    start(site, TcpListener::bind(("127.0.0.1", 0))?)
}

impl Running {
    /// `http://127.0.0.1:PORT`, as a browser names the origin.
    pub fn origin(&self) -> String {
        format!("http://{}", self.address)
    }

    /// The address of the site.
    pub fn url(&self) -> String {
        format!("{}{}", self.origin(), self.prefix)
    }

    /// Serves until the process is stopped.
    pub fn wait(mut self) {
        if let Some(acceptor) = self.acceptor.take() {
            // A thread that panicked has said so on standard error.
            let _ = acceptor.join();
        }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.over.store(true, Ordering::SeqCst);
        // Wakes the thread that accepts, which then sees that it is over.
        let _ = TcpStream::connect(self.address);
    }
}

/// Reads one request and answers it.
fn converse(site: &Site, mut stream: TcpStream) -> Result<()> {
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.set_write_timeout(Some(PATIENCE))?;
    let mut received = Vec::new();
    let (answer, is_head) = loop {
        let mut more = [0; 4096];
        let count = stream.read(&mut more)?;
        if count == 0 {
            return Ok(());
        }
        received.extend_from_slice(&more[..count]);
        if let Some(answer) = reply(site, &received) {
            break answer;
        }
    };
    send_answer(&mut stream, &answer, is_head)
}

/// The answer to what was received, and whether it goes without its body; `None` while the request is not complete.
fn reply(site: &Site, received: &[u8]) -> Option<(Answer, bool)> {
    let mut headers = [httparse::EMPTY_HEADER; 64];
    let mut request = httparse::Request::new(&mut headers);
    match request.parse(received) {
        Ok(httparse::Status::Partial) if received.len() < MAX_REQUEST => return None,
        Ok(httparse::Status::Complete(_)) => {}
        _ => return Some((Answer::plain(400, "not an HTTP request, or too long"), false)),
    }
    let method = request.method.unwrap_or_default();
    let range = request.headers.iter().find(|header| header.name.eq_ignore_ascii_case("Range"));
    let range = range.and_then(|header| std::str::from_utf8(header.value).ok());
    let accepts = |header: &&httparse::Header<'_>| header.name.eq_ignore_ascii_case("Accept-Encoding");
    let accepts =
        request.headers.iter().find(accepts).is_some_and(|header| header.value.windows(4).any(|w| w == b"gzip"));
    let answer = site.answer(method, request.path.unwrap_or_default(), range);
    Some((site.habits.compress(answer, accepts), method == "HEAD"))
}

fn send_answer(stream: &mut TcpStream, answer: &Answer, is_head: bool) -> Result<()> {
    let mut head =
        format!("HTTP/1.1 {} \r\nContent-Length: {}\r\nConnection: close\r\n", answer.status, answer.body.len());
    for (name, value) in &answer.headers {
        // A header can end only where it is meant to.
        let value: String = value.chars().filter(|c| !c.is_control()).collect();
        head.extend([name, ": ", &value, "\r\n"]);
    }
    head.push_str("\r\n");
    stream.write_all(head.as_bytes())?;
    if !is_head {
        stream.write_all(&answer.body)?;
    }
    stream.flush()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    fn site() -> (tempfile::TempDir, Site) {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let root = folder.path().join("dist");
        fs::create_dir_all(root.join("sub")).unwrap();
        fs::write(root.join("index.html"), "<p>home").unwrap();
        fs::write(root.join("app.wasm"), b"0123456789").unwrap();
        fs::write(root.join("é t.js"), "1").unwrap();
        fs::write(folder.path().join("secret.txt"), "secret").unwrap();
        let site = Site::new(&root, "/press/aleppo/").unwrap();
        (folder, site)
    }

    fn get(url: &str, range: Option<&str>) -> Answer {
        site().1.answer("GET", url, range)
    }

    #[test]
    fn a_folder_shows_its_index() {
        let answer = get("/press/aleppo/?x=1", None);
        assert_eq!((answer.status, answer.body.as_slice()), (200, b"<p>home".as_slice()));
        assert_eq!(answer.header("content-type"), Some("text/html; charset=utf-8"));
    }

    #[test]
    fn files_have_the_types_that_browsers_insist_on() {
        assert_eq!(get("/press/aleppo/app.wasm", None).header("Content-Type"), Some("application/wasm"));
        assert_eq!(
            get("/press/aleppo/%C3%A9%20t.js", None).header("Content-Type"),
            Some("text/javascript; charset=utf-8")
        );
        assert_eq!(content_type(Path::new("a.pack")), "application/octet-stream");
    }

    #[test]
    fn the_site_is_nowhere_but_under_its_prefix() {
        for url in ["/", "/index.html", "/press/", "/press/aleppox/", ""] {
            assert_eq!(get(url, None).status, 404, "{url}");
        }
        assert_eq!(get("/press/aleppo", None).header("Location"), Some("/press/aleppo/"));
    }

    #[test]
    fn a_folder_without_slash_moves_to_the_same_host() {
        assert_eq!(get("/press/aleppo/sub", None).header("Location"), Some("/press/aleppo/sub/"));
        let answer = Site { prefix: "/".to_owned(), ..site().1 }.answer("GET", "//sub", None);
        assert_ne!(answer.header("Location"), Some("//sub/"));
    }

    #[test]
    fn nothing_outside_the_folder_is_served() {
        for path in
            ["../secret.txt", "%2e%2e/secret.txt", "sub/../../secret.txt", "..%5csecret.txt", "/etc/passwd", "%00"]
        {
            assert_eq!(get(&format!("/press/aleppo/{path}"), None).status, 404, "{path}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_link_out_of_the_folder_is_not_followed() {
        let (folder, site) = site();
        std::os::unix::fs::symlink(folder.path().join("secret.txt"), folder.path().join("dist/link.txt")).unwrap();
        assert_eq!(site.answer("GET", "/press/aleppo/link.txt", None).status, 404);
    }

    #[test]
    fn only_reading_is_allowed() {
        assert_eq!(site().1.answer("POST", "/press/aleppo/", None).status, 405);
        assert_eq!(site().1.answer("HEAD", "/press/aleppo/", None).status, 200);
    }

    #[test]
    fn a_part_of_a_file_is_sent_on_request() {
        for (range, status, body, content_range) in [
            ("bytes=2-4", 206, "234", Some("bytes 2-4/10")),
            ("bytes=7-", 206, "789", Some("bytes 7-9/10")),
            ("bytes=-2", 206, "89", Some("bytes 8-9/10")),
            ("bytes=-99", 206, "0123456789", Some("bytes 0-9/10")),
            ("bytes=5-99", 206, "56789", Some("bytes 5-9/10")),
            ("bytes=4-2", 200, "0123456789", None),
            ("bytes=1-2,4-5", 200, "0123456789", None),
            ("lines=1-2", 200, "0123456789", None),
        ] {
            let answer = get("/press/aleppo/app.wasm", Some(range));
            assert_eq!((answer.status, String::from_utf8_lossy(&answer.body).as_ref()), (status, body), "{range}");
            assert_eq!(answer.header("Content-Range"), content_range, "{range}");
        }
    }

    #[test]
    fn a_part_beyond_the_end_is_refused() {
        for range in ["bytes=10-", "bytes=-0"] {
            let answer = get("/press/aleppo/app.wasm", Some(range));
            assert_eq!((answer.status, answer.header("Content-Range")), (416, Some("bytes */10")), "{range}");
        }
    }

    #[test]
    fn it_answers_over_the_wire_with_a_length() {
        let (_folder, site) = site();
        let running = start_anywhere(site).unwrap();
        let mut stream = std::net::TcpStream::connect(running.address).unwrap();
        let request = "GET /press/aleppo/app.wasm HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
        stream.write_all(request.as_bytes()).unwrap();
        let mut reply = String::new();
        stream.read_to_string(&mut reply).unwrap();
        assert!(reply.starts_with("HTTP/1.1 200"), "{reply}");
        assert!(reply.contains("Content-Length: 10"), "{reply}");
        assert!(reply.ends_with("0123456789"), "{reply}");
    }
}
