//! Times that families choose, for their calendars: made, moved, off (RFC 6047).

use kinfolio::time::TimeMail;
use kinfolio_app::services::Services;
use kinfolio_app::time::calendar::mail_words;
use lettre::message::header::ContentType;
use lettre::message::{Mailbox, MultiPart, SinglePart};
use lettre::{AsyncTransport, Message};

use super::digest::{stop_address, ways_to_stop};
use super::{MailError, Post};

impl Post {
    /// Tells calendars what they do not know yet, each once, whichever server does it. How many were told.
    ///
    /// # Errors
    /// When the database has trouble. A mail that cannot be sent is tried again the next time.
    pub async fn tell_calendars(&self, services: &Services) -> Result<usize, MailError> {
        let now = services.clock.now();
        let waiting = TimeMail::waiting(&mut services.db.read().await?, now).await?;
        let mut told = 0;
        for mail in waiting {
            let mut tx = services.db.write().await?;
            let ours = mail.claim(&mut tx, now).await?;
            tx.commit().await?;
            if !ours {
                continue;
            }
            match self.send_time(services, &mail).await {
                Ok(()) => told += 1,
                Err(error) => {
                    tracing::warn!(%error, "a time could not be mailed; it is tried again");
                    let mut tx = services.db.write().await?;
                    mail.give_back(&mut tx).await?;
                    tx.commit().await?;
                }
            }
        }
        Ok(told)
    }

    async fn send_time(&self, services: &Services, mail: &TimeMail) -> Result<(), MailError> {
        let stop = stop_address(services, &mail.person_id);
        let from = self.from.email.to_string();
        let (subject, body, (method, calendar)) = mail_words(mail, &from, (&services.settings.public_url, &stop));
        let kind = ContentType::parse(&format!("text/calendar; charset=utf-8; method={method}"))?;
        let mut letter =
            Message::builder().from(self.from.clone()).to(Mailbox::new(None, mail.address.parse()?)).subject(subject);
        for header in ways_to_stop(&stop) {
            letter = letter.raw_header(header);
        }
        // Both say the same: who reads with a calendar is offered it there.
        let both = MultiPart::alternative()
            .singlepart(SinglePart::plain(body))
            .singlepart(SinglePart::builder().header(kind).body(calendar));
        self.server.send(letter.multipart(both)?).await?;
        Ok(())
    }
}
