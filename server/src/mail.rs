//! The question of how a promise went, by e-mail, where the school has a mail server.
//!
//! A mail says that there is a question, and where; nothing of what anybody promised, and no way in: e-mail is no safe place.

use std::time::Duration;

use clap::Args;
use kinfolio::commitment::{Commitment, Question};
use kinfolio_app::commitment::mail_words;
use kinfolio_app::services::Services;
use lettre::message::Mailbox;
use lettre::transport::smtp::AsyncSmtpTransport;
use lettre::{AsyncTransport, Message, Tokio1Executor};

/// How often it is looked for questions.
const EVERY: Duration = Duration::from_secs(60 * 60);

/// The mail server.
#[derive(Clone, Debug, Default, Args)]
pub struct MailArgs {
    /// Sends mail through this server: smtps://user:password@mail.example.org, or smtp://…:587?tls=required. Without it,
    /// no mail is sent.
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
    #[error("the mail server: {0}")]
    Server(#[from] lettre::transport::smtp::Error),
    #[error("the mail cannot be written: {0}")]
    Letter(#[from] lettre::error::Error),
    #[error(transparent)]
    Store(#[from] kinfolio::store::StoreError),
}

impl Post {
    /// The post of a school; none where no mail server is named.
    ///
    /// # Errors
    /// When what is named is no mail server or no address.
    pub fn of(args: &MailArgs) -> Result<Option<Self>, MailError> {
        let (Some(server), Some(from)) = (&args.smtp, &args.mail_from) else { return Ok(None) };
        let server =
            AsyncSmtpTransport::<Tokio1Executor>::from_url(server)?.timeout(Some(Duration::from_secs(20))).build();
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

    async fn send(&self, question: &Question, address: &str) -> Result<(), MailError> {
        let (subject, body) = mail_words(&question.languages, &question.name, &question.school_name, address);
        let to = Mailbox::new(Some(question.name.clone()), question.address.parse()?);
        let letter = Message::builder().from(self.from.clone()).to(to).subject(subject).body(body)?;
        self.server.send(letter).await?;
        Ok(())
    }

    /// Asks, again and again, until the program ends.
    pub async fn keep_asking(self, services: Services) {
        loop {
            match self.ask_how_it_went(&services).await {
                Ok(asked) if asked > 0 => tracing::info!(asked, "questions were mailed"),
                Ok(_) => {}
                Err(error) => tracing::warn!(%error, "no questions could be mailed"),
            }
            tokio::time::sleep(EVERY).await;
        }
    }
}
