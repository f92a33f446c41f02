//! E-mail asks how a promise went: once each, and tells nothing to whoever else reads it.

use kinfolio::commitment::ASKED_AFTER_DAYS;
use kinfolio::id::CommitmentId;
use kinfolio::person::Person;
use kinfolio::person::deed::Deed;
use kinfolio_server::mail::{MailArgs, Post};
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::mpsc;

use crate::promise;
use crate::things::one_of_everything;
use crate::world::World;

/// A mail server that takes everything and passes it on; it refuses as many letters as it is told to.
pub async fn a_mail_server(mut refuses: usize) -> (String, mpsc::UnboundedReceiver<String>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = format!("smtp://{}", listener.local_addr().unwrap());
    let (came, letters) = mpsc::unbounded_channel();
    tokio::spawn(async move {
        while let Ok((wire, _)) = listener.accept().await {
            let refused = refuses > 0;
            refuses = refuses.saturating_sub(1);
            let _ = take(wire, refused, &came).await;
        }
    });
    (address, letters)
}

async fn take(wire: TcpStream, refused: bool, came: &mpsc::UnboundedSender<String>) -> std::io::Result<()> {
    let mut wire = BufReader::new(wire);
    wire.write_all(b"220 here\r\n").await?;
    let (mut letter, mut in_letter) = (String::new(), false);
    loop {
        let mut line = String::new();
        if wire.read_line(&mut line).await? == 0 {
            return Ok(());
        }
        let answer: &[u8] = match line.trim_end() {
            "." if in_letter => {
                in_letter = false;
                let _ = came.send(std::mem::take(&mut letter));
                b"250 kept\r\n"
            }
            _ if in_letter => {
                letter.push_str(&line);
                continue;
            }
            "DATA" => {
                in_letter = true;
                b"354 go on\r\n"
            }
            "QUIT" => b"221 bye\r\n",
            line if refused && line.starts_with("RCPT") => b"451 later\r\n",
            _ => b"250 yes\r\n",
        };
        wire.write_all(answer).await?;
    }
}

/// The advisor promises something, and has an e-mail address; the student and the family have none.
async fn promised(world: &World) {
    let conference = one_of_everything(world).await["conference"].clone();
    let mut advisor = world.advisor().await;
    let id = CommitmentId::new().to_string();
    let words = [("id", id.as_str()), ("what", "An afternoon without a bell."), ("language", "en")];
    advisor.post(&format!("/conference/{conference}/commitment"), &words).await.is(303);
    let person = Person { username: Some("thomas@school.example".into()), ..world.people.advisor.clone() };
    let mut tx = world.services.db.write().await.unwrap();
    Deed::Update(person).carry_out(&mut tx, &world.school, world.services.clock.now()).await.unwrap();
    tx.commit().await.unwrap();
}

pub fn post(address: &str) -> Post {
    let args = MailArgs { smtp: Some(address.to_owned()), mail_from: Some("School <hello@school.example>".into()) };
    Post::of(&args).unwrap().expect("a post")
}

promise!(a_mail_asks_once_and_tells_nothing, |world| {
    promised(&world).await;
    let (address, mut letters) = a_mail_server(0).await;
    let (post, other) = (post(&address), post(&address));
    assert_eq!(post.ask_how_it_went(&world.services).await.unwrap(), 0, "it is not time yet");
    world.services.clock.move_on((ASKED_AFTER_DAYS + 20) * 24 * 60 * 60 * 1000);
    // Two servers look at the same moment.
    let (one, two) = tokio::join!(post.ask_how_it_went(&world.services), other.ask_how_it_went(&world.services));
    assert_eq!(one.unwrap() + two.unwrap(), 1);
    assert_eq!(post.ask_how_it_went(&world.services).await.unwrap(), 0);
    let letter = letters.recv().await.expect("a letter");
    assert!(
        letter.contains("To: \"Thomas Byrne\" <thomas@school.example>")
            || letter.contains("Thomas Byrne <thomas@school.example>"),
        "{letter}"
    );
    assert!(letter.contains("http://kinfolio.test"), "{letter}");
    for secret in ["bell", "Marisol", "/commitment/", "/grant/"] {
        assert!(!letter.contains(secret), "{secret} is in {letter}");
    }
    assert!(letters.try_recv().is_err(), "nobody else has an address");
});

promise!(a_mail_that_could_not_be_sent_is_sent_later, |world| {
    promised(&world).await;
    let (address, mut letters) = a_mail_server(1).await;
    let post = post(&address);
    world.services.clock.move_on((ASKED_AFTER_DAYS + 20) * 24 * 60 * 60 * 1000);
    assert_eq!(post.ask_how_it_went(&world.services).await.unwrap(), 0);
    assert_eq!(post.ask_how_it_went(&world.services).await.unwrap(), 1);
    assert!(letters.recv().await.expect("a letter").contains("thomas@school.example"));
});

#[test]
fn without_a_mail_server_there_is_no_mail_and_a_wrong_one_is_said_so() {
    assert!(Post::of(&MailArgs::default()).unwrap().is_none());
    for (smtp, from) in [("nonsense", "a@b.example"), ("smtp://localhost", "nobody")] {
        assert!(
            Post::of(&MailArgs { smtp: Some(smtp.into()), mail_from: Some(from.into()) }).is_err(),
            "{smtp} {from}"
        );
    }
}
