//! Child processes: run, watched, timed, and explained when they fail.

use anyhow::{Context, Result, bail};
use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// How often a long step says that it is still alive.
const TICK: Duration = Duration::from_secs(10);

/// `cargo`, the one that started this program.
pub fn cargo() -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(crate::project::root());
    command
}

/// Minutes and seconds.
pub fn clock(elapsed: Duration) -> String {
    format!("{}:{:02}", elapsed.as_secs() / 60, elapsed.as_secs() % 60)
}

/// Runs `command` with its output shown, and says how long it took.
pub fn run(label: &str, command: &mut Command) -> Result<()> {
    println!("── {label}");
    let begun = Instant::now();
    let status = command.status().with_context(|| format!("{label}: cannot start {}", name(command)))?;
    if !status.success() {
        bail!("{label}: {} ended with {status}", name(command));
    }
    println!("── {label}: done in {}", clock(begun.elapsed()));
    Ok(())
}

/// The standard output of a command, if it can be run and succeeds.
pub fn output(command: &mut Command) -> Option<String> {
    let output = command.stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Runs `command`, showing each line of its standard output and handing it to `each`; whether it succeeded.
pub fn lines(label: &str, command: &mut Command, mut each: impl FnMut(&str)) -> Result<bool> {
    println!("── {label}");
    let begun = Instant::now();
    let mut child =
        command.stdout(Stdio::piped()).spawn().with_context(|| format!("{label}: cannot start {}", name(command)))?;
    if let Some(stdout) = child.stdout.take() {
        for line in BufReader::new(stdout).split(b'\n') {
            let line = line?;
            let line = String::from_utf8_lossy(&line);
            println!("{line}");
            each(&line);
        }
    }
    let good = child.wait()?.success();
    println!("── {label}: {} after {}", if good { "done" } else { "FAILED" }, clock(begun.elapsed()));
    Ok(good)
}

/// A long command that runs beside others, its output in a file.
pub struct Quiet {
    label: String,
    child: Child,
    log: std::path::PathBuf,
}

impl Quiet {
    /// Starts `command` with its output in `log`.
    pub fn start(label: &str, command: &mut Command, log: &Path) -> Result<Self> {
        let file = File::create(log).with_context(|| format!("cannot write {}", log.display()))?;
        command.stdin(Stdio::null()).stdout(file.try_clone()?).stderr(file);
        let child = command.spawn().with_context(|| format!("{label}: cannot start {}", name(command)))?;
        println!("── {label}");
        Ok(Self { label: label.to_owned(), child, log: log.to_owned() })
    }

    /// The last lines that it wrote.
    fn tail(&self, count: usize) -> String {
        let bytes = std::fs::read(&self.log).unwrap_or_default();
        let text = String::from_utf8_lossy(&bytes);
        let lines: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).collect();
        lines[lines.len().saturating_sub(count)..].join("\n")
    }
}

/// Waits for all, saying every few seconds how far each is; an error if one fails, with the end of its output.
pub fn finish(mut running: Vec<Quiet>) -> Result<()> {
    let begun = Instant::now();
    let mut spoken = Instant::now();
    while !running.is_empty() {
        std::thread::sleep(Duration::from_millis(200));
        let mut still = Vec::new();
        for mut job in running {
            match job.child.try_wait()? {
                None => still.push(job),
                Some(status) if status.success() => println!("── {}: done in {}", job.label, clock(begun.elapsed())),
                Some(status) => {
                    still.iter_mut().for_each(stop);
                    bail!("{}: {status}\n{}\n(the whole output is in {})", job.label, job.tail(12), job.log.display());
                }
            }
        }
        running = still;
        if spoken.elapsed() >= TICK {
            spoken = Instant::now();
            for job in &running {
                println!("   {}  {}: {}", clock(begun.elapsed()), job.label, job.tail(1).trim());
            }
        }
    }
    Ok(())
}

/// A command that another's failure has made useless.
fn stop(job: &mut Quiet) {
    let _ = job.child.kill();
    let _ = job.child.wait();
}

fn name(command: &Command) -> String {
    command.get_program().to_string_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failing_step_shows_the_end_of_its_output() {
        let folder = tempfile::tempdir().unwrap();
        let mut command = Command::new("sh");
        command.args(["-c", "echo one; echo the reason >&2; exit 3"]);
        let job = Quiet::start("a step", &mut command, &folder.path().join("log")).unwrap();
        let error = finish(vec![job]).unwrap_err().to_string();
        assert!(error.contains("the reason") && error.contains('3'), "{error}");
    }

    #[test]
    fn time_reads_as_minutes_and_seconds() {
        assert_eq!(clock(Duration::from_secs(125)), "2:05");
    }
}
