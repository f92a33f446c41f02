//! A school as somebody outside sees it: the program, run in a folder of its own, spoken to over HTTP, killed and started
//! again.

use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// What a look from outside can end with.
pub type Or<T> = Result<T, Box<dyn std::error::Error + Send + Sync>>;

/// How browsers take pages and files.
pub const BROWSERS_TAKE: &str = "gzip, deflate, br";

/// How a program is begun.
#[derive(Clone, Debug)]
pub struct How {
    /// What begins it, in place of itself, and becomes it: `taskset -c 0`.
    pub before: Vec<String>,
    /// What it is told: `demo`, and more flags than where to listen and where its folder is.
    pub words: Vec<String>,
    /// More variables.
    pub variables: Vec<(String, String)>,
}

impl Default for How {
    fn default() -> Self {
        Self { before: Vec::new(), words: vec!["demo".into()], variables: Vec::new() }
    }
}

/// A school that runs; it is closed and removed when this is dropped.
#[derive(Debug)]
pub struct Program {
    binary: PathBuf,
    how: How,
    process: Option<Child>,
    folder: PathBuf,
    address: String,
    agent: ureq::Agent,
}

/// An answer, as far as anybody looks at it.
#[derive(Clone, Debug)]
pub struct Answered {
    pub status: u16,
    /// Where it leads, if anywhere.
    pub to: Option<String>,
    /// The cookie it sets, without its attributes.
    pub cookie: String,
    pub text: String,
}

impl Drop for Program {
    fn drop(&mut self) {
        self.kill();
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

impl Program {
    /// Makes a school with this binary, in a folder of its own, and runs it.
    ///
    /// # Errors
    /// When it cannot be run or does not say where it is.
    pub fn open(binary: &Path, how: How) -> Or<Self> {
        static NUMBER: std::sync::atomic::AtomicU32 = std::sync::atomic::AtomicU32::new(0);
        let number = NUMBER.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
        let folder = std::env::temp_dir().join(format!("kinfolio-outside-{}-{number}", std::process::id()));
        let _ = std::fs::remove_dir_all(&folder);
        std::fs::create_dir_all(&folder)?;
        Self::open_in(binary, how, folder)
    }

    /// The same, in this folder, which goes with it.
    ///
    /// # Errors
    /// When it cannot be run or does not say where it is.
    pub fn open_in(binary: &Path, how: How, folder: PathBuf) -> Or<Self> {
        let agent = ureq::Agent::config_builder()
            .max_redirects(0)
            .max_redirects_will_error(false)
            .http_status_as_error(false)
            .timeout_global(Some(Duration::from_secs(60)))
            .build()
            .new_agent();
        let mut program = Self { binary: binary.into(), how, process: None, folder, address: String::new(), agent };
        program.start()?;
        Ok(program)
    }

    /// Starts it, at the address it had before, and gives how long that took until it said that it is open.
    ///
    /// # Errors
    /// When it cannot be run or does not say where it is.
    pub fn start(&mut self) -> Or<Duration> {
        let began = Instant::now();
        let port = self.address.rsplit(':').next().filter(|port| !port.is_empty()).unwrap_or("0").to_owned();
        let mut words = self.how.before.clone();
        words.push(self.binary.display().to_string());
        let mut command = Command::new(&words[0]);
        command.args(&words[1..]).args(&self.how.words).args(["--port", &port, "--data"]).arg(self.data());
        command.env("KINFOLIO_LOG", "warn").envs(self.how.variables.iter().cloned());
        let mut process = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn()?;
        let out = process.stdout.take().ok_or("the server says nothing")?;
        self.process = Some(process);
        let mut lines = BufReader::new(out).lines().map_while(Result::ok);
        self.address = lines
            .find_map(|line| line.split_once("open at ").map(|(_, address)| address.trim().to_owned()))
            .ok_or("the server did not say where it is")?;
        // Read on: a program whose words nobody reads stops.
        std::thread::spawn(move || lines.for_each(drop));
        Ok(began.elapsed())
    }

    /// Ends it at once and starts it again in another way, at the address it had.
    ///
    /// # Errors
    /// As [`Program::start`].
    pub fn start_as(&mut self, how: How) -> Or<Duration> {
        self.kill();
        self.how = how;
        self.start()
    }

    /// Tells it to end, and waits until it has.
    ///
    /// # Errors
    /// When it cannot be told.
    pub fn end_kindly(&mut self) -> Or<()> {
        if let Some(mut process) = self.process.take() {
            Command::new("kill").arg(process.id().to_string()).status()?;
            process.wait()?;
        }
        Ok(())
    }

    /// Ends it at once, in the middle of whatever it does.
    pub fn kill(&mut self) {
        if let Some(mut process) = self.process.take() {
            let _ = process.kill();
            let _ = process.wait();
        }
    }

    /// The process that runs; what `before` begins has to become the program.
    pub fn process(&self) -> u32 {
        self.process.as_ref().map_or(0, Child::id)
    }

    /// The folder of the school, as the tests see it.
    pub fn data(&self) -> PathBuf {
        self.folder.join("school")
    }

    /// The whole address of a path.
    pub fn address(&self, path: &str) -> String {
        format!("{}{path}", self.address)
    }

    /// What is asked with.
    pub fn agent(&self) -> &ureq::Agent {
        &self.agent
    }

    /// Reads a page, uncompressed, and goes nowhere else.
    ///
    /// # Errors
    /// When nobody answers.
    pub fn get(&self, path: &str, cookie: &str) -> Or<Answered> {
        let asked = self.agent.get(self.address(path)).header("Cookie", cookie).header("Accept-Encoding", "identity");
        answered(asked.call()?)
    }

    /// A page's text, uncompressed, wherever it leads.
    ///
    /// # Errors
    /// When it is not to be had.
    pub fn get_text(&self, address: &str, cookie: &str) -> Or<String> {
        let path = address.strip_prefix(&self.address).unwrap_or(address);
        let answer = self.get(path, cookie)?;
        // A family with one student is led to that student's page.
        if let Some(way) = answer.to {
            return self.get_text(&way, cookie);
        }
        if !(200..300).contains(&answer.status) {
            return Err(format!("{address} answers {}", answer.status).into());
        }
        Ok(answer.text)
    }

    /// How many bytes something at a whole address has on the wire, as browsers ask for it.
    ///
    /// # Errors
    /// When it is not to be had.
    pub fn get_compressed(&self, address: &str, cookie: &str) -> Or<usize> {
        let answer =
            self.agent.get(address).header("Cookie", cookie).header("Accept-Encoding", BROWSERS_TAKE).call()?;
        let mut bytes = Vec::new();
        answer.into_body().into_reader().read_to_end(&mut bytes)?;
        Ok(bytes.len())
    }

    /// How many bytes a page has on the wire, as browsers ask for it.
    ///
    /// # Errors
    /// When it is not to be had.
    pub fn get_as_a_browser(&self, path: &str, cookie: &str) -> Or<usize> {
        let asked = self.agent.get(self.address(path)).header("Cookie", cookie);
        let answer = asked.header("Accept-Encoding", BROWSERS_TAKE).call()?;
        if answer.status() != 200 {
            return Err(format!("{path} answers {}", answer.status()).into());
        }
        let mut bytes = Vec::new();
        answer.into_body().into_reader().read_to_end(&mut bytes)?;
        Ok(bytes.len())
    }

    /// Sends a form.
    ///
    /// # Errors
    /// When nobody answers.
    pub fn post(&self, path: &str, cookie: &str, fields: &[(&str, &str)]) -> Or<Answered> {
        let mut body = form_urlencoded::Serializer::new(String::new());
        body.extend_pairs(fields);
        self.send(path, cookie, "application/x-www-form-urlencoded", body.finish().as_bytes())
    }

    /// Sends a form, with a file in one of its fields.
    ///
    /// # Errors
    /// When nobody answers.
    pub fn post_file(
        &self,
        path: &str,
        cookie: &str,
        fields: &[(&str, &str)],
        file: Option<(&str, &str, &[u8])>,
    ) -> Or<Answered> {
        const BOUNDARY: &str = "----kinfolio-from-outside";
        let mut body = Vec::new();
        for (name, value) in fields {
            body.extend(
                format!("--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n").bytes(),
            );
        }
        if let Some((field, name, bytes)) = file {
            let head = format!("Content-Disposition: form-data; name=\"{field}\"; filename=\"{name}\"");
            body.extend(format!("--{BOUNDARY}\r\n{head}\r\nContent-Type: application/octet-stream\r\n\r\n").bytes());
            body.extend(bytes);
            body.extend(b"\r\n");
        }
        body.extend(format!("--{BOUNDARY}--\r\n").bytes());
        self.send(path, cookie, &format!("multipart/form-data; boundary={BOUNDARY}"), &body)
    }

    /// Posts bytes of a kind, as a page of ours would.
    ///
    /// # Errors
    /// When nobody answers.
    pub fn send(&self, path: &str, cookie: &str, kind: &str, body: &[u8]) -> Or<Answered> {
        let sent = self.agent.post(self.address(path)).header("Cookie", cookie).header("Origin", &self.address);
        answered(sent.header("Content-Type", kind).send(body)?)
    }

    /// Signs in as the person of the demo school with this name; gives the cookie.
    ///
    /// # Errors
    /// When there is no such person.
    pub fn sign_in(&self, name: &str) -> Or<String> {
        let page = self.get_text("/sign-in", "")?;
        let at = page.find(name).ok_or_else(|| format!("there is no {name} in the demo school"))?;
        let person = page[..at].rsplit("value=\"").next().and_then(|rest| rest.split('"').next()).unwrap_or_default();
        Ok(self.post("/demo/sign-in", "", &[("person", person)])?.cookie)
    }

    /// The first way on a page that ends like this.
    ///
    /// # Errors
    /// When there is none.
    pub fn way(&self, cookie: &str, page: &str, ending: &str) -> Or<String> {
        let html = self.get_text(page, cookie)?;
        let way = addresses(&html, "href=\"").into_iter().find(|way| way.ends_with(ending));
        way.ok_or_else(|| format!("{page} has no way to {ending}").into())
    }

    /// The memory it has now, in megabytes, with that of the programs it started.
    ///
    /// # Errors
    /// When it does not run.
    pub fn resident_mb(&self) -> Or<f64> {
        let own = memory(self.process(), "VmRSS:")?;
        Ok(own + children(self.process()).into_iter().filter_map(|child| memory(child, "VmRSS:").ok()).sum::<f64>())
    }

    /// The most memory it ever had, in megabytes.
    ///
    /// # Errors
    /// When it does not run.
    pub fn peak_mb(&self) -> Or<f64> {
        memory(self.process(), "VmHWM:")
    }
}

fn answered(mut answer: http::Response<ureq::Body>) -> Or<Answered> {
    let head = |name: &str| answer.headers().get(name).and_then(|value| value.to_str().ok()).map(str::to_owned);
    let cookie = head("set-cookie").unwrap_or_default().split(';').next().unwrap_or_default().to_owned();
    let (status, to) = (answer.status().as_u16(), head("location"));
    Ok(Answered { status, to, cookie, text: answer.body_mut().read_to_string().unwrap_or_default() })
}

fn memory(process: u32, line: &str) -> Or<f64> {
    let status = std::fs::read_to_string(format!("/proc/{process}/status"))?;
    let line = status.lines().find_map(|l| l.strip_prefix(line)).ok_or("the system does not say")?;
    let kb: f64 = line.trim().trim_end_matches(" kB").trim().parse()?;
    Ok(kb / 1024.0)
}

/// The programs that a process started and that still run.
fn children(process: u32) -> Vec<u32> {
    let tasks = std::fs::read_dir(format!("/proc/{process}/task")).into_iter().flatten().flatten();
    let said = tasks.filter_map(|task| std::fs::read_to_string(task.path().join("children")).ok());
    said.flat_map(|said| said.split_whitespace().filter_map(|word| word.parse().ok()).collect::<Vec<_>>()).collect()
}

/// The addresses that follow this beginning in a page.
pub fn addresses(html: &str, beginning: &str) -> Vec<String> {
    html.match_indices(beginning)
        .filter_map(|(at, _)| html[at + beginning.len()..].split('"').next().map(str::to_owned))
        .collect()
}

/// What a hidden field of a page holds.
pub fn hidden(html: &str, name: &str) -> Option<String> {
    addresses(html, &format!("name=\"{name}\" value=\"")).into_iter().next()
}
