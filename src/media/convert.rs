//! Films and documents that cannot be shown as they are, made into ones that can: by ffmpeg and LibreOffice, where they are on
//! the machine. They open whatever somebody brings, so they see nothing but that one file: no other file, no network
//! (bubblewrap), and no more memory, time and disk than they need (prlimit).

use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::sync::Arc;
use std::time::Duration;

use futures::stream::TryStreamExt;
use object_store::ObjectStoreExt;
use tempfile::TempDir;
use tokio::io::AsyncWriteExt;
use tokio::process::Command;

use super::{KeptFile, MediaError, MediaStore, Taken, place};
use crate::work::FileKind;

/// What is made of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Conversion {
    /// An MP4 that browsers play (H.264 and AAC), at most 1280 pixels long.
    Film,
    /// A PDF.
    Document,
}

/// What a conversion may take of the machine.
struct ConversionLimits {
    memory: u64,
    /// On the processor.
    seconds: u64,
    /// On the clock.
    patience: Duration,
    /// What it writes, in bytes.
    written: u64,
}

const MB: u64 = 1024 * 1024;

impl Conversion {
    fn limits(self) -> ConversionLimits {
        match self {
            Self::Film => ConversionLimits {
                memory: 1536 * MB,
                seconds: 3600,
                patience: Duration::from_secs(2 * 3600),
                written: 2048 * MB,
            },
            // LibreOffice maps much more than it uses.
            Self::Document => ConversionLimits {
                memory: 4096 * MB,
                seconds: 60,
                patience: Duration::from_secs(120),
                written: 100 * MB,
            },
        }
    }

    /// The name of what it makes.
    fn made(self) -> &'static str {
        match self {
            Self::Film => "file.mp4",
            Self::Document => "file.pdf",
        }
    }

    /// What the program is told: it finds the file at `/in/file`, and writes into `/out`.
    fn words(self) -> Vec<&'static str> {
        match self {
            Self::Film => vec![
                "-nostdin",
                "-hide_banner",
                "-loglevel",
                "error",
                "-protocol_whitelist",
                "file",
                "-i",
                "/in/file",
                "-map",
                "0:v:0",
                "-map",
                "0:a:0?",
                "-sn",
                "-dn",
                "-map_metadata",
                "-1",
                "-map_chapters",
                "-1",
                "-c:v",
                "libx264",
                "-preset",
                "veryfast",
                "-crf",
                "26",
                "-pix_fmt",
                "yuv420p",
                "-threads",
                "1",
                "-vf",
                "scale=w='max(2,trunc(iw*min(1,1280/max(iw,ih))/2)*2)':h='max(2,trunc(ih*min(1,1280/max(iw,ih))/2)*2)'",
                "-c:a",
                "aac",
                "-b:a",
                "96k",
                "-ac",
                "2",
                "-movflags",
                "+faststart",
                "/out/file.mp4",
            ],
            Self::Document => vec![
                "--headless",
                "--norestore",
                "--nologo",
                "--nolockcheck",
                "-env:UserInstallation=file:///tmp/profile",
                "--convert-to",
                "pdf",
                "--outdir",
                "/out",
                "/in/file",
            ],
        }
    }
}

/// The programs that convert, as far as they are on this machine.
#[derive(Clone, Debug, Default)]
pub struct Converters {
    film: Option<PathBuf>,
    document: Option<PathBuf>,
}

impl Converters {
    /// What is on this machine. Nothing is, where it has no bubblewrap or prlimit, or does not let them work.
    pub async fn on_this_machine() -> Self {
        let found = Self { film: found("ffmpeg"), document: found("soffice") };
        if found.film.is_none() && found.document.is_none() {
            return Self::default();
        }
        let tried = apart(Conversion::Document, Path::new("/usr/bin/true"), &[]).status().await;
        if !tried.is_ok_and(|status| status.success()) {
            tracing::info!("films and documents are not converted: bubblewrap and prlimit are needed for it");
            return Self::default();
        }
        found
    }

    /// Whether this can be made here.
    pub fn can(&self, conversion: Conversion) -> bool {
        self.program(conversion).is_some()
    }

    fn program(&self, conversion: Conversion) -> Option<&Path> {
        match conversion {
            Conversion::Film => self.film.as_deref(),
            Conversion::Document => self.document.as_deref(),
        }
    }

    /// Makes a file into one that can be shown, in a folder of its own within this one.
    ///
    /// # Errors
    /// When it cannot be made here, or of this file, with what a conversion may take.
    async fn convert(&self, conversion: Conversion, file: &Path, within: &Path) -> Result<Converted, MediaError> {
        let program = self.program(conversion).ok_or(MediaError::Unknown("nothing converts it here"))?;
        let folder = folder_in(within)?;
        let file = std::path::absolute(file)?;
        let out = std::path::absolute(folder.path())?;
        let bound = [("--ro-bind", file.as_path(), "/in/file"), ("--bind", out.as_path(), "/out")];
        let mut command = apart(conversion, program, &bound);
        command.args(conversion.words());
        let ended = tokio::time::timeout(conversion.limits().patience, command.output()).await;
        let output = ended.map_err(|_| MediaError::NotDrawn("converting it takes too long".into()))??;
        let path = folder.path().join(conversion.made());
        if !output.status.success() || !path.is_file() {
            let said = String::from_utf8_lossy(&output.stderr);
            let said: String = said.chars().filter(|letter| !letter.is_control()).take(300).collect();
            if said.contains("No space left on device") {
                return Err(MediaError::Trouble(said));
            }
            return Err(MediaError::NotDrawn(format!("it was not converted ({}): {said}", output.status)));
        }
        Ok(Converted { path, _folder: folder })
    }
}

impl MediaStore {
    /// The same store, with what converts on this machine.
    pub fn with_converters(mut self, converters: Converters) -> Self {
        self.converters = Arc::new(converters);
        self
    }

    /// Whether this can be made here of a file.
    pub fn can_convert(&self, conversion: Conversion) -> bool {
        self.converters.can(conversion)
    }

    /// The same as [`take`](Self::take), for a school that lets documents of other programs be made into PDFs where that can
    /// be done here.
    pub async fn take_or_convert(&self, file: PathBuf) -> Result<Taken, MediaError> {
        let foreign = match self.take(file.clone()).await {
            Err(MediaError::Foreign { kind, link: None })
                if kind.can_be_converted() && self.can_convert(Conversion::Document) =>
            {
                kind
            }
            taken => return taken,
        };
        match self.converted(Conversion::Document, &file).await {
            Ok(pdf) => self.take(pdf.path.clone()).await,
            Err(error) => {
                tracing::info!(%error, "a document of another program was not converted");
                Err(foreign.into())
            }
        }
    }

    /// Makes a film that browsers do not play into one that they do, and keeps that beside it.
    ///
    /// # Errors
    /// When it cannot be made here or of this film, or when what was made is no film either.
    pub async fn make_playable(&self, hash: &str) -> Result<KeptFile, MediaError> {
        let folder = folder_in(&self.uploads)?;
        let came = folder.path().join("film");
        let mut out = tokio::fs::File::create(&came).await?;
        let mut pieces = self.store.get(&place(hash)).await?.into_stream();
        while let Some(piece) = pieces.try_next().await? {
            out.write_all(&piece).await?;
        }
        out.flush().await?;
        let made = self.converted(Conversion::Film, &came).await?;
        match self.take(made.path.clone()).await? {
            Taken::File(kept) if kept.kind == FileKind::Video && kept.unplayed.is_none() => Ok(kept),
            _ => Err(MediaError::NotAFilm("what was made of it does not play")),
        }
    }

    async fn converted(&self, conversion: Conversion, file: &Path) -> Result<Converted, MediaError> {
        let _turn = self.converting[conversion as usize].acquire().await;
        self.converters.convert(conversion, file, &self.uploads).await
    }

    /// Takes away what conversions left behind whose program was ended.
    pub async fn sweep_conversions(&self) {
        let folder = self.uploads.clone();
        if let Ok(Err(error)) = tokio::task::spawn_blocking(move || sweep(&folder)).await {
            tracing::warn!(%error, "what conversions left behind could not be taken away");
        }
    }
}

/// How the folders begin that conversions write into.
const PREFIX: &str = ".converting-";
/// After how long such a folder is one that a program left which was ended.
const LEFT: Duration = Duration::from_secs(24 * 3600);

/// A folder for a conversion, within this one.
fn folder_in(within: &Path) -> std::io::Result<TempDir> {
    tempfile::Builder::new().prefix(PREFIX).tempdir_in(within)
}

/// What was made of a file. It is gone with this.
struct Converted {
    path: PathBuf,
    _folder: TempDir,
}

/// Takes away what conversions left behind whose program was ended.
fn sweep(within: &Path) -> std::io::Result<()> {
    for entry in std::fs::read_dir(within)?.flatten() {
        let is_left = || entry.metadata().and_then(|about| about.modified()).ok()?.elapsed().ok().map(|age| age > LEFT);
        if entry.file_name().to_string_lossy().starts_with(PREFIX) && is_left().unwrap_or(false) {
            std::fs::remove_dir_all(entry.path())?;
        }
    }
    Ok(())
}

/// Where a program is. Only those beneath `/usr` are looked for: no other folder is seen where it runs.
fn found(name: &str) -> Option<PathBuf> {
    ["/usr/bin", "/usr/local/bin"].iter().map(|folder| Path::new(folder).join(name)).find(|path| path.is_file())
}

/// A program that sees what is beneath `/usr`, its settings and what is bound here, and nothing else of this machine.
fn apart(conversion: Conversion, program: &Path, bound: &[(&str, &Path, &str)]) -> Command {
    let limits = conversion.limits();
    let mut command = Command::new("prlimit");
    command
        .arg(format!("--as={}", limits.memory))
        .arg(format!("--cpu={}", limits.seconds))
        .arg(format!("--fsize={}", limits.written))
        .args(["--core=0", "nice", "-n", "15", "bwrap"])
        .args(["--unshare-all", "--die-with-parent", "--new-session", "--clearenv"])
        .args(["--setenv", "HOME", "/tmp", "--setenv", "PATH", "/usr/bin", "--setenv", "LANG", "C.UTF-8"])
        .args(["--ro-bind", "/usr", "/usr", "--proc", "/proc", "--dev", "/dev", "--tmpfs", "/tmp"]);
    for folder in ["bin", "lib", "lib64", "sbin"] {
        command.args(["--symlink", &format!("usr/{folder}"), &format!("/{folder}")]);
    }
    for settings in ["/etc/ld.so.cache", "/etc/alternatives", "/etc/fonts", "/etc/libreoffice", "/var/cache/fontconfig"]
    {
        command.args(["--ro-bind-try", settings, settings]);
    }
    for (how, here, there) in bound {
        command.arg(how).arg(here).arg(there);
    }
    command.args(["--chdir", "/tmp"]).arg(program);
    command.env_clear().env("PATH", "/usr/bin:/bin").current_dir("/");
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped()).kill_on_drop(true);
    command
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Where the machine has not what it takes there is nothing to see.
    async fn here(conversion: Conversion) -> Option<Converters> {
        let here = Converters::on_this_machine().await;
        here.can(conversion).then_some(here)
    }

    #[tokio::test]
    async fn a_program_that_converts_sees_no_other_file_and_no_network() {
        let Some(_) = here(Conversion::Film).await else { return };
        let see = |what: &str| {
            let mut command = apart(Conversion::Document, Path::new("/usr/bin/sh"), &[]);
            command.args(["-c", what]);
            async move { command.status().await.unwrap().success() }
        };
        assert!(see("true").await);
        assert!(!see("cat /etc/passwd").await);
        assert!(!see("ls /root /home").await);
        assert!(!see("echo x > /usr/x").await);
        assert!(see("test $(wc -l < /proc/net/route) -le 1").await, "it knows no way out");
        assert!(!see("head -c 200000000 /dev/zero > /tmp/big").await, "it writes no more than it may");
    }

    #[tokio::test]
    async fn what_is_no_film_is_not_converted_and_leaves_nothing_behind() {
        let Some(here) = here(Conversion::Film).await else { return };
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("words");
        // A list of other files to be read, which ffmpeg would follow.
        std::fs::write(&file, "#EXTM3U\n#EXT-X-MEDIA-SEQUENCE:0\n#EXTINF:10,\nfile:///etc/passwd\n#EXT-X-ENDLIST\n")
            .unwrap();
        assert!(here.convert(Conversion::Film, &file, folder.path()).await.is_err());
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
    }
}
