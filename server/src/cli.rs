//! The command line.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand, ValueEnum};
use kinfolio::store::Db;

use crate::mail::MailArgs;
use crate::proxies::Network;
use crate::translation_server::TranslateArgs;

/// Student-led conferences and portfolios: students collect mastered work, say together with family and advisor what
/// success means, and lead a conference about it.
#[derive(Debug, Parser)]
#[command(
    name = "kinfolio",
    version,
    propagate_version = true,
    after_help = "\
Start with:
  kinfolio demo                    a school to walk through, with invented people
  kinfolio serve --data ./school   your own; open the address it prints and set it up

Every flag can be given as a variable too: --public-url is KINFOLIO_PUBLIC_URL."
)]
pub struct Cli {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Run your school. On an empty folder, the first page sets it up.
    #[command(after_help = "Behind HTTPS, tell it so: --public-url https://portfolio.example.org\n\
        Behind a proxy on this machine: --trusted-proxy 127.0.0.1\n\
        With PostgreSQL: --database postgres://user@host/kinfolio (pictures stay in the folder).")]
    Serve(Run),
    /// Make a school with invented people and run it: sign in as any of them with one click.
    Demo(Demo),
    /// Look whether the database and the pictures are whole. Changes nothing.
    ///
    /// Ends with 0 when all is whole, with 1 when something is wrong, and with 3 when it could not look: no school there, a
    /// folder it may not read, a wrong password, no server. Bytes that nobody needs are named and do no harm.
    Check(CheckArgs),
    /// What can be done for one person who is locked out.
    #[command(subcommand)]
    Person(PersonCommand),
    /// Draws the document on standard input, for a server that started it.
    #[command(hide = true)]
    DrawDocument,
}

/// What can be done for one person.
#[derive(Debug, Subcommand)]
pub(crate) enum PersonCommand {
    /// Make a one-time sign-in code for somebody who is locked out, and say it. With it they choose a new password; a second
    /// step is taken off. They read afterwards that it was made. The school may go on running.
    Code(CodeArgs),
}

/// For whom, and where.
#[derive(Clone, Debug, Args)]
pub struct CodeArgs {
    /// The username of whoever it is for.
    pub username: String,
    /// Their school's name, where several schools have somebody with that username.
    #[arg(long, value_name = "NAME")]
    pub school: Option<String>,
    #[command(flatten)]
    pub place: DataPlace,
    #[command(flatten)]
    pub secrets: SecretArgs,
}

/// What is looked at.
#[derive(Clone, Debug, Args)]
pub struct CheckArgs {
    #[command(flatten)]
    pub place: DataPlace,
    #[command(flatten)]
    pub secrets: SecretArgs,
}

/// Where a school is kept.
#[derive(Clone, Debug, Args)]
pub struct DataPlace {
    /// The folder that holds everything: the database and the pictures.
    #[arg(long, env = "KINFOLIO_DATA", default_value = "./school", value_name = "DIR")]
    pub data: PathBuf,
    /// A PostgreSQL database instead of the file in the folder. Over a network it is spoken to with TLS, unless its address
    /// says sslmode=disable.
    #[arg(long, env = "KINFOLIO_DATABASE", value_name = "postgres://…", hide_env_values = true)]
    pub database: Option<String>,
}

impl DataPlace {
    /// What the database is called in a message: without the password that its address may carry.
    pub fn database_name(&self) -> String {
        match &self.database {
            Some(address) => Db::name_of_address(address),
            None => format!("the database {}", self.data.join("kinfolio.db").display()),
        }
    }

    /// The flag, with its variable, that chooses the database.
    pub fn database_flag(&self) -> &'static str {
        if self.database.is_some() { "--database (KINFOLIO_DATABASE)" } else { "--data (KINFOLIO_DATA)" }
    }
}

/// The secret key, where it is not the file `key` in the school's folder. Servers that share a database share it.
#[derive(Clone, Debug, Default, Args)]
pub struct SecretArgs {
    /// A file with the secret key, where it shall not lie in the folder.
    #[arg(long, env = "KINFOLIO_SECRET_KEY_FILE", value_name = "FILE")]
    pub secret_key_file: Option<PathBuf>,
    /// The secret key itself: at least 32 characters, chosen at random. For containers; never on the command line.
    #[arg(skip = std::env::var("KINFOLIO_SECRET_KEY").ok())]
    pub secret_key: Option<String>,
}

/// How it is run.
#[derive(Clone, Debug, Args)]
pub struct Run {
    #[command(flatten)]
    pub place: DataPlace,
    #[command(flatten)]
    pub door: DoorArgs,
    #[command(flatten)]
    pub mail: MailArgs,
    #[command(flatten)]
    pub translate: TranslateArgs,
    #[command(flatten)]
    pub secrets: SecretArgs,
    /// Shows figures for Prometheus at /metrics on this socket, for example 127.0.0.1:9464. Without it, none are shown.
    #[arg(long, env = "KINFOLIO_METRICS", value_name = "SOCKET")]
    pub metrics: Option<SocketAddr>,
}

/// Where people knock.
#[derive(Clone, Debug, Args)]
pub struct DoorArgs {
    /// The address to listen on. 0.0.0.0 lets other devices in the same network come.
    #[arg(long, env = "KINFOLIO_LISTEN", default_value_t = IpAddr::V4(Ipv4Addr::LOCALHOST))]
    pub listen: IpAddr,
    /// The port to listen on; 0 takes any free one.
    #[arg(long, env = "KINFOLIO_PORT", default_value_t = 5466)]
    pub port: u16,
    /// The address people type, where that is another one: with https:// in front, cookies are kept to HTTPS.
    #[arg(long, env = "KINFOLIO_PUBLIC_URL", value_name = "URL")]
    pub public_url: Option<String>,
    /// Other names people reach it by. Requests under names that are neither this nor the public URL's are not answered.
    #[arg(long, env = "KINFOLIO_ALSO_AT", value_name = "HOST", value_delimiter = ',')]
    pub also_at: Vec<String>,
    /// The proxies in front of it, by address or network: they are believed when they say, in X-Forwarded-For or Forwarded,
    /// for whom they ask. Without this, everybody behind a proxy counts as one.
    #[arg(long, env = "KINFOLIO_TRUSTED_PROXY", value_name = "CIDR", value_delimiter = ',')]
    pub trusted_proxy: Vec<Network>,
    /// How the log is written.
    #[arg(long, env = "KINFOLIO_LOG_FORMAT", default_value = "text")]
    pub log_format: LogFormat,
}

impl DoorArgs {
    /// The socket to listen on.
    pub fn socket(&self) -> SocketAddr {
        SocketAddr::new(self.listen, self.port)
    }
}

/// How the log is written. What is written is chosen by `KINFOLIO_LOG`, as in `info,kinfolio=debug`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum LogFormat {
    /// For people.
    Text,
    /// For machines: one JSON object a line.
    Json,
}

/// The demo school.
#[derive(Clone, Debug, Args)]
pub struct Demo {
    /// The folder it is kept in. A school that is there already is opened as it is.
    #[arg(long, env = "KINFOLIO_DEMO_DATA", default_value = "./demo-school", value_name = "DIR")]
    pub data: PathBuf,
    /// A PostgreSQL database instead of the file in the folder.
    #[arg(long, env = "KINFOLIO_DEMO_DATABASE", value_name = "postgres://…", hide_env_values = true)]
    pub database: Option<String>,
    /// Begin anew: throws away what visitors did.
    #[arg(long)]
    pub fresh: bool,
    #[command(flatten)]
    pub door: DoorArgs,
    /// Shows figures for Prometheus at /metrics on this socket. Without it, none are shown.
    #[arg(long, env = "KINFOLIO_METRICS", value_name = "SOCKET")]
    pub metrics: Option<SocketAddr>,
}

impl Cli {
    /// Reads the command line. When a value is none, it says so, and which variable it may have come from.
    pub fn read() -> Self {
        Self::try_parse().unwrap_or_else(|problem| {
            let variables = std::env::vars_os();
            let variables =
                variables.filter_map(|(name, value)| Some((name.into_string().ok()?, value.into_string().ok()?)));
            if let Some(name) = to_blame(&problem.to_string(), variables).filter(|_| problem.use_stderr()) {
                eprintln!("kinfolio: the variable {name} has a value that can't be used.");
            }
            problem.exit()
        })
    }
}

/// The variable that a refused value came from: clap names the flag only.
fn to_blame(said: &str, mut variables: impl Iterator<Item = (String, String)>) -> Option<String> {
    let is_it = |(name, value): &(String, String)| {
        name.starts_with("KINFOLIO_") && !value.is_empty() && said.contains(&format!("'{value}'"))
    };
    variables.find(is_it).map(|(name, _)| name)
}

/// What a command ends with.
pub type CommandResult = Result<ExitCode, Box<dyn std::error::Error>>;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_variable_with_a_value_that_cannot_be_used_is_named() {
        let refused = Cli::try_parse_from(["kinfolio", "serve", "--port", "many"]).expect_err("no port").to_string();
        let variable = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        let variables = [variable("KINFOLIO_DATA", ""), variable("PORT", "many"), variable("KINFOLIO_PORT", "many")];
        assert_eq!(to_blame(&refused, variables.into_iter()).as_deref(), Some("KINFOLIO_PORT"));
        assert_eq!(to_blame(&refused, [variable("KINFOLIO_PORT", "80")].into_iter()), None);
    }
}
