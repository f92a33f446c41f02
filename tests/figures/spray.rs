//! Many accounts tried with the passwords that many people use, while a school signs in from the same address.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use kinfolio::secret::HashSlot;
use kinfolio::store::{Db, StoreError, all, run};
use kinfolio_testkit::outside::Or;

use crate::school::School;

/// How many people the school has beside those of the demo.
const PEOPLE: usize = 1_000;
/// How many passwords are tried over all of them, the commonest first.
const PASSWORDS: usize = 1_000;
/// Of so many, the password is one of the hundred commonest: kept by an earlier version, say.
const WEAK: usize = 10;
/// So many sign in at the same address, in the same minute, on devices that are new.
const HONEST: usize = 300;
/// How long it is tried.
const MINUTE: Duration = Duration::from_secs(60);
/// How many connections try at once.
const AT_ONCE: usize = 8;

/// The hundred commonest passwords, as lists of what leaked have them.
const COMMONEST: &str = "123456 password 123456789 12345678 12345 qwerty 1234567890 111111 123123 1234567 qwerty123 000000 \
    1q2w3e aa12345678 abc123 password1 1234 qwertyuiop 123321 password123 1q2w3e4r5t iloveyou 654321 666666 987654321 123 \
    123456a qwe123 1q2w3e4r 7777777 1qaz2wsx 123qwe zxcvbnm 121212 asdasd a123456 555555 dragon 112233 123123123 monkey \
    11111111 qazwsx 159753 asdfghjkl 222222 1234qwer qwerty1 123654 123abc asdfgh 777777 aaaaaa myspace1 88888888 freedom \
    123456789a 999999 888888 football princess 789456123 147258369 1111111 sunshine michael computer qwer1234 daniel \
    789456 11111 abcd1234 q1w2e3r4 shadow 159357 123456q 1111 samsung killer asd123 superman master 12345a azerty \
    zxcvbn qazwsxedc 131313 ashley target123 987654 baseball qwert asdasd123 qwerty12345 soccer charlie qweasdzxc tinkle \
    jessica q1w2e3r4t5 asdf password1234 iloveyou123";

/// The passwords that are tried: the commonest, then what people make of them.
fn passwords() -> Vec<String> {
    let common: Vec<&str> = COMMONEST.split_whitespace().take(100).collect();
    let endings = ["", "1", "123", "2026", "!", "2025", "12", "01", "99", "2026!"];
    let made = endings.iter().flat_map(|ending| common.iter().map(move |word| format!("{word}{ending}")));
    made.take(PASSWORDS).collect()
}

fn username(number: usize) -> String {
    format!("pupil.{number}")
}

/// What somebody chose who is none of the ten.
fn own(number: usize) -> String {
    format!("kite {number} over the long river")
}

/// Brings the people in, and gives each a password in the school's own file: the program takes none of the commonest any more.
async fn people_with_passwords(school: &School) -> Or<()> {
    let mut table = String::from("role,name,username,advisory,languages\n");
    for number in 0..PEOPLE {
        table.push_str(&format!("student,Pupil {number},{},Room {},en\n", username(number), number / 20));
    }
    let lead = school.sign_in("Denise")?;
    let form = [("text", table.as_str()), ("apply", "yes")];
    let answer = school.post_file("/people/import", &lead, &form, None)?;
    if answer.status != 303 {
        return Err(format!("the people are not taken: {}", answer.status).into());
    }
    let db = Db::in_file(&school.data().join("kinfolio.db")).await?;
    let rows: Result<Vec<(String, String)>, StoreError> =
        all!(db.read().await?, "SELECT id, username FROM person WHERE username LIKE 'pupil.%'");
    let commonest = passwords();
    let hashes = futures::future::join_all(rows?.into_iter().map(|(id, name)| {
        let number: usize = name.trim_start_matches("pupil.").parse().unwrap_or_default();
        let password = if number < WEAK { commonest[number * 9].clone() } else { own(number) };
        async move { (id, HashSlot::for_known().hash(password).await) }
    }))
    .await;
    let mut tx = db.write().await?;
    for (id, hash) in hashes {
        run!(&mut tx, "UPDATE person SET password_hash = $2 WHERE id = $1", id, hash?)?;
    }
    tx.commit().await?;
    db.close().await;
    Ok(())
}

fn sign_in(school: &School, username: &str, password: &str) -> Or<u16> {
    Ok(school.post("/sign-in", "", &[("username", username), ("password", password)])?.status)
}

/// How many accounts were opened by the passwords that many people use; and how many of the school did not get in.
pub fn spray() -> Or<(usize, usize)> {
    let school = School::open_on("0,1")?;
    tokio::runtime::Builder::new_multi_thread().enable_all().build()?.block_on(people_with_passwords(&school))?;
    let passwords = passwords();
    let (next, opened, outside) = (AtomicUsize::new(0), AtomicUsize::new(0), AtomicUsize::new(0));
    let begun = Instant::now();
    let trouble = std::thread::scope(|threads| -> Or<()> {
        let mut running = Vec::new();
        for _ in 0..AT_ONCE {
            running.push(threads.spawn(|| -> Result<(), String> {
                while begun.elapsed() < MINUTE {
                    // Every person with the commonest password, then every person with the next.
                    let number = next.fetch_add(1, Ordering::Relaxed);
                    let Some(password) = passwords.get(number / PEOPLE) else { break };
                    let status = sign_in(&school, &username(number % PEOPLE), password).map_err(|e| e.to_string())?;
                    if matches!(status, 200 | 303) {
                        opened.fetch_add(1, Ordering::Relaxed);
                    }
                }
                Ok(())
            }));
        }
        // A whole school at once, in the middle of it.
        std::thread::sleep(Duration::from_secs(2));
        for number in WEAK..WEAK + HONEST {
            let (school, outside) = (&school, &outside);
            running.push(threads.spawn(move || {
                let status = sign_in(school, &username(number), &own(number)).map_err(|error| error.to_string())?;
                if status != 303 {
                    outside.fetch_add(1, Ordering::Relaxed);
                }
                Ok(())
            }));
        }
        for thread in running {
            thread.join().map_err(|_| "a thread broke off")??;
        }
        Ok(())
    });
    trouble?;
    eprintln!("  {} tries in {:.0} s", next.load(Ordering::Relaxed), begun.elapsed().as_secs_f64());
    Ok((opened.into_inner(), outside.into_inner()))
}
