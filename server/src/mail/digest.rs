//! The digest: that there is something new, never what.

use kinfolio::digest::{Digest, stop_token};
use kinfolio::id::PersonId;
use kinfolio_app::family::digest::{STOP, mail_words};
use kinfolio_app::services::Services;
use lettre::message::Mailbox;
use lettre::message::header::{ContentType, HeaderName, HeaderValue};
use lettre::{AsyncTransport, Message};

use super::{MailError, Post};

impl Post {
    /// Writes to everybody to whom there is something new and whose time has come, each once, whichever server does it. How many
    /// were written to.
    ///
    /// # Errors
    /// When the database has trouble. A mail that cannot be sent is tried again the next time.
    pub async fn send_digests(&self, services: &Services) -> Result<usize, MailError> {
        let now = services.clock.now();
        let due = Digest::due(&mut services.db.read().await?, now).await?;
        let mut sent = 0;
        for digest in due {
            if !digest.is_worth_it(&mut services.db.read().await?, now).await? {
                continue;
            }
            // Claimed before it is sent: whoever is ended in between has sent one mail less, never one more.
            let mut tx = services.db.write().await?;
            let ours = digest.claim(&mut tx, now).await?;
            tx.commit().await?;
            if !ours {
                continue;
            }
            match self.send_digest(services, &digest).await {
                Ok(()) => sent += 1,
                Err(error) => {
                    // Whose it was is nobody's business in a log.
                    tracing::warn!(%error, "a digest could not be mailed; it is tried again");
                    let mut tx = services.db.write().await?;
                    digest.give_back(&mut tx, now).await?;
                    tx.commit().await?;
                }
            }
        }
        Ok(sent)
    }

    async fn send_digest(&self, services: &Services, digest: &Digest) -> Result<(), MailError> {
        let home = &services.settings.public_url;
        let stop = stop_address(services, &digest.person_id);
        let (subject, body) = mail_words(&digest.languages, &digest.called, &digest.school_name, (home, &stop));
        let mut letter = Message::builder()
            .from(self.from.clone())
            .to(Mailbox::new(None, digest.address.parse()?))
            .subject(subject)
            .header(ContentType::TEXT_PLAIN);
        for header in ways_to_stop(&stop) {
            letter = letter.raw_header(header);
        }
        self.server.send(letter.body(body)?).await?;
        Ok(())
    }
}

/// Where a mail to somebody leads that is to be the last.
pub(super) fn stop_address(services: &Services, person: &PersonId) -> String {
    format!("{}{STOP}{}", services.settings.public_url, stop_token(&services.secrets, person))
}

/// How a mail program stops mail for its reader: by one click only where the way there is safe (RFC 8058, 3.1).
pub(super) fn ways_to_stop(stop: &str) -> Vec<HeaderValue> {
    let header = |name: HeaderName, value: String| HeaderValue::new(name, value);
    let mut headers = vec![header(HeaderName::new_from_ascii_str("List-Unsubscribe"), format!("<{stop}>"))];
    if stop.starts_with("https://") {
        let one_click = "List-Unsubscribe=One-Click".to_owned();
        headers.push(header(HeaderName::new_from_ascii_str("List-Unsubscribe-Post"), one_click));
    }
    headers
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_click_stops_mail_where_the_way_is_safe() {
        assert_eq!(ways_to_stop("http://kinfolio.test/digest/stop/x").len(), 1);
        assert_eq!(ways_to_stop("https://kinfolio.test/digest/stop/x").len(), 2);
    }
}
