//! Mail, where the school has a mail server: the question of how a promise went; beside it the digest (`digest`), and times for
//! calendars (`times`).
//!
//! A mail says that there is something, and where; nothing of what anybody said, and no way in: e-mail is no safe place.

mod digest;
mod times;

use std::time::Duration;

use clap::Args;
use kinfolio::commitment::{Commitment, FollowUpQuestion};
use kinfolio_app::commitment::mail_words;
use kinfolio_app::services::Services;
use lettre::message::Mailbox;
use lettre::transport::smtp::AsyncSmtpTransport;
use lettre::{AsyncTransport, Message, Tokio1Executor};
use url::Url;

/// How often it is looked for something to send.
const EVERY: Duration = Duration::from_secs(60 * 60);
/// How often it is looked for times in between.
const TIMES_IN_BETWEEN: u32 = 6;

/// The mail server.
#[derive(Clone, Debug, Default, Args)]
pub struct MailArgs {
    /// Sends mail through this server: smtps://user:password@mail.example.org, or smtp://…:587?tls=required. Without it,
    /// no mail is sent. A server that speaks no TLS has to be named as one: smtp+insecure://…
    #[arg(long, env = "KINFOLIO_SMTP", value_name = "URL", hide_env_values = true, requires = "mail_from")]
    pub smtp: Option<String>,
    /// The address mail comes from: "Ropewalk School <hello@example.org>".
    #[arg(long, env = "KINFOLIO_MAIL_FROM", value_name = "ADDRESS")]
    pub mail_from: Option<String>,
}

/// What sends mail.
pub struct Post {
    server: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
}

/// Why mail cannot be sent.
#[derive(Debug, thiserror::Error)]
pub enum MailError {
    #[error("the address mail comes from is none: {0}")]
    From(#[from] lettre::address::AddressError),
    #[error(
        "the mail server {0} would be spoken to without TLS: write smtps://, or smtp:// with ?tls=required at its end. If \
         nobody else can listen on the way to it, write smtp+insecure://"
    )]
    Insecure(String),
    #[error("the mail server: {0}")]
    Server(#[from] lettre::transport::smtp::Error),
    #[error("the mail cannot be written: {0}")]
    Letter(#[from] lettre::error::Error),
    #[error("the mail cannot say what it brings: {0}")]
    Kind(#[from] lettre::message::header::ContentTypeErr),
    #[error(transparent)]
    Store(#[from] kinfolio::store::StoreError),
}

/// The address of a mail server as lettre knows it; refused where words and password would travel in the open without
/// anybody having said so.
fn with_tls(server: &str) -> Result<String, MailError> {
    if let Some(rest) = server.strip_prefix("smtp+insecure://") {
        return Ok(format!("smtp://{rest}"));
    }
    let Ok(url) = Url::parse(server) else { return Ok(server.to_owned()) };
    let tls = url.query_pairs().find(|(name, _)| name == "tls");
    let required = tls.is_some_and(|(_, value)| value == "required");
    if url.scheme() != "smtp" || required || is_this_machine(&url) {
        return Ok(server.to_owned());
    }
    // Without the password that may stand in it.
    Err(MailError::Insecure(url.host_str().unwrap_or_default().to_owned()))
}

/// Whether an address is this machine's own.
fn is_this_machine(url: &Url) -> bool {
    let host = url.host_str().unwrap_or_default().trim_matches(['[', ']']);
    host == "localhost" || host.parse::<std::net::IpAddr>().is_ok_and(|host| host.is_loopback())
}

/// Says in the log how many were sent.
fn tell(sent: Result<usize, MailError>, what: &str) {
    match sent {
        Ok(sent) if sent > 0 => tracing::info!(sent, "{what} were mailed"),
        Ok(_) => {}
        Err(error) => tracing::warn!(%error, "no {what} could be mailed"),
    }
}

impl Post {
    /// The post of a school; none where no mail server is named.
    ///
    /// # Errors
    /// When what is named is no mail server or no address.
    pub fn of(args: &MailArgs) -> Result<Option<Self>, MailError> {
        let (Some(server), Some(from)) = (&args.smtp, &args.mail_from) else { return Ok(None) };
        let server = AsyncSmtpTransport::<Tokio1Executor>::from_url(&with_tls(server)?)?
            .timeout(Some(Duration::from_secs(20)))
            .build();
        Ok(Some(Self { server, from: from.parse()? }))
    }

    /// Writes to everybody who is asked about a promise now, each once, whichever server does it. How many were written to.
    ///
    /// # Errors
    /// When the database has trouble. A mail that cannot be sent is tried again the next time.
    pub async fn ask_how_it_went(&self, services: &Services) -> Result<usize, MailError> {
        let now = services.clock.now();
        let questions = Commitment::to_be_mailed(&mut services.db.read().await?, now).await?;
        let mut asked = 0;
        for question in questions {
            let mut tx = services.db.write().await?;
            let ours = question.claim(&mut tx, now).await?;
            tx.commit().await?;
            if !ours {
                continue;
            }
            match self.send(&question, &services.settings.public_url).await {
                Ok(()) => asked += 1,
                Err(error) => {
                    // Whose it was is nobody's business in a log.
                    tracing::warn!(%error, "a question could not be mailed; it is tried again");
                    let mut tx = services.db.write().await?;
                    question.give_back(&mut tx).await?;
                    tx.commit().await?;
                }
            }
        }
        Ok(asked)
    }

    async fn send(&self, question: &FollowUpQuestion, address: &str) -> Result<(), MailError> {
        let (subject, body) = mail_words(&question.languages, &question.called, &question.school_name, address);
        let to = Mailbox::new(Some(question.name.clone()), question.address.parse()?);
        let letter = Message::builder().from(self.from.clone()).to(to).subject(subject).body(body)?;
        self.server.send(letter).await?;
        Ok(())
    }

    /// Sends what is to be sent, again and again, until the program ends.
    pub async fn keep_sending(self, services: Services) {
        loop {
            tell(self.ask_how_it_went(&services).await, "questions");
            tell(self.send_digests(&services).await, "digests");
            // Somebody who chose a time looks into their calendar the same evening.
            for _ in 0..TIMES_IN_BETWEEN {
                tell(self.tell_calendars(&services).await, "times");
                tokio::time::sleep(EVERY / TIMES_IN_BETWEEN).await;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mail_goes_in_the_open_only_where_somebody_said_so() {
        for safe in [
            "smtps://user:secret@mail.example.org",
            "smtp://mail.example.org:587?tls=required",
            "smtp://localhost",
            "smtp://127.0.0.1:2525",
            "smtp://[::1]:25",
            "smtp+insecure://mail.example.org",
        ] {
            assert!(with_tls(safe).is_ok(), "{safe}");
        }
        for open in [
            "smtp://user:secret@mail.example.org",
            "smtp://mail.example.org:587?tls=opportunistic",
            "smtp://mail.example.org?tls=none&x=required",
            "smtp://localhost.example.org",
            "smtp://10.0.0.3",
            "SMTP://mail.example.org",
            "smtp://mail.example.org?tls=opportunistic&tls=required",
        ] {
            let refused = with_tls(open).unwrap_err().to_string();
            assert!(refused.contains("smtp+insecure://") && !refused.contains("secret"), "{open}: {refused}");
        }
    }
}
