//! Two servers on one PostgreSQL, which is restarted under them: they hear each other again, and nobody's words are gone.

use std::time::{Duration, Instant};

use kinfolio_testkit::outside::{How, Or, Program, addresses};
use kinfolio_testkit::postgres::Server;

use crate::window::Window;
use crate::{alone, binary, figure, folder, length, runtime};

#[test]
fn servers_hear_each_other_again_after_their_database_was_restarted() -> Or<()> {
    let _turn = alone();
    let mut postgres = Server::start();
    let ended = talk(&mut postgres, &folder().join("servers"));
    postgres.stop();
    ended
}

fn talk(postgres: &mut Server, folder: &std::path::Path) -> Or<()> {
    let words = ["demo", "--database", &format!("{}/postgres", postgres.address())].map(str::to_owned).to_vec();
    let server = || Program::open_in(binary(), How { words: words.clone(), ..How::default() }, folder.to_owned());
    let one = server()?;
    let other = server()?;
    let (student, advisor) = (one.sign_in("Marisol")?, one.sign_in("Ruth Adeyemi")?);
    let statement = a_statement(&one, &student)?;
    let runtime = runtime()?;
    let mut slowest = Duration::ZERO;
    let mut written = 0;
    let mut here = Window::of(&one.address(""), &statement, &student);
    let mut there = Window::of(&other.address(""), &statement, &advisor);
    runtime.block_on(async {
        here.come_in().await?;
        there.come_in().await
    })?;
    for _ in 0..length().or(1, 8) {
        // Long enough for whoever listens to try in vain.
        postgres.restart(Duration::from_secs(2));
        let began = Instant::now();
        runtime.block_on(async {
            loop {
                written += 1;
                let words = format!("We write it anew, {written}.");
                here.writes(&words).await;
                if there.reads(&words, Duration::from_secs(1)).await {
                    return Or::Ok(());
                }
                if began.elapsed() > Duration::from_secs(60) {
                    return Or::Err("after a minute, one server does not hear the other".into());
                }
            }
        })?;
        slowest = slowest.max(began.elapsed());
    }
    figure("heard_again_s", slowest.as_secs_f64(), "s", 10.0);
    let page = one.get_text(&statement, &student)?;
    assert!(page.contains(&format!("We write it anew, {written}.")), "what both read is not kept: {page}");
    Ok(())
}

/// A statement of this student's definition.
pub fn a_statement(program: &Program, student: &str) -> Or<String> {
    let definition = program.way(student, "/", "/definition")?;
    let page = program.get_text(&definition, student)?;
    let own = |way: &String| way.starts_with("/statement/") && way.matches('/').count() == 2;
    addresses(&page, "href=\"").into_iter().find(own).ok_or_else(|| "there is no statement".into())
}
