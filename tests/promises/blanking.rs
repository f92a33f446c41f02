//! Whoever typed letters into a statement can take them back for good: as it reads now, in what everybody was asked, in the edits
//! it is made of, and wherever it was copied to. Nobody else can, and nobody who was away brings them back.

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, STANDARD_NO_PAD};
use kinfolio::definition::{Became, Carried, Definition, LookedAt, Version, VersionWording};
use kinfolio::id::StatementId;
use kinfolio::together::{BLANK, News, SharedText, one_splice};

use crate::promise;
use crate::world::{Visitor, World};
use crate::writing::{agrees, answers, begun};

/// What the student writes, in words that stand nowhere else.
const OWN: &str = "We carry Quetzalwords home.";
/// The same, after the family wrote among it.
const TOGETHER: &str = "We carry Quetzalwords and singing Tortugawords home.";
const SURE: &[(&str, &str)] = &[("sure", "yes")];

/// Where in the database these letters stand: in columns, and in edits, which are kept in base64.
async fn found(world: &World, letters: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (table, rows) in world.contents(&[]).await {
        for row in rows {
            let words = row.split(|c: char| !(c.is_ascii_alphanumeric() || "+/".contains(c)));
            let decoded = words.filter(|word| word.len() > 7).filter_map(|word| STANDARD_NO_PAD.decode(word).ok());
            let holds = |bytes: &[u8]| bytes.windows(letters.len()).any(|part| part == letters.as_bytes());
            if holds(row.as_bytes()) || decoded.into_iter().any(|bytes| holds(&bytes)) {
                found.push(format!("{table}: {row}"));
            }
        }
    }
    found
}

/// Puts a statement into other words, by its form.
async fn rewrites(who: &mut Visitor<'_>, statement: &str, words: &str) {
    let address = format!("/statement/{statement}");
    let version = who.get(&address).await.ok().hidden("version").expect("a version");
    let fields = [("version", version.as_str()), ("text", words), ("language", "en")];
    who.post(&address, &fields).await.leads_to("/student/");
}

/// A statement of student and family, which everybody was asked about: its page, its definition, and its id.
async fn written_together(world: &World) -> (String, String, String) {
    let (page, definition) = begun(world).await;
    let mut student = world.student().await;
    let statement = agrees(&mut student, &definition, "values", OWN, &[]).await;
    rewrites(&mut world.family().await, &statement, TOGETHER).await;
    student.post(&format!("{definition}/version"), &[]).await.leads_to(&page);
    (page, definition, statement)
}

/// As the form has it.
async fn reads(who: &mut Visitor<'_>, statement: &str) -> String {
    let page = who.get(&format!("/statement/{statement}")).await.ok();
    let text = page.text.split("<textarea").nth(1).and_then(|rest| rest.split_once('>')).map(|(_, rest)| rest);
    text.and_then(|text| text.split("</textarea>").next()).expect("a text").trim().to_owned()
}

promise!(whoever_wrote_letters_takes_them_back_and_they_are_nowhere, |world| {
    let (page, definition, statement) = written_together(&world).await;
    let (mut student, mut family) = (world.student().await, world.family().await);
    answers(&mut family, &page, "affirm", "").await.leads_to(&page);
    answers(&mut student, &page, "affirm", "").await.leads_to(&page);
    // It is in other words beside it, a shelf has its name, and what was just done can be undone.
    let beside = format!("/words/statement/{statement}/beside");
    let put = [("text", "Llevamos Quetzalwords a casa."), ("language", "es")];
    assert!(world.advisor().await.post(&beside, &put).await.goes_to().is_some());
    let shelf = format!("/student/{}/shelf/statement", world.people.student.id);
    assert!(student.post(&shelf, &[("statement", &statement)]).await.goes_to().is_some());
    student.post(&format!("/statement/{statement}/set-aside"), &[]).await;
    student.post(&format!("/statement/{statement}/set-aside"), &[("back", "yes")]).await;
    let tables = found(&world, "Quetzalwords").await;
    for table in ["statement:", "statement_edit:", "definition_version:", "rendition:", "undoable:", "shelf:"] {
        assert!(tables.iter().any(|found| found.starts_with(table)), "{table} has no copy to begin with: {tables:?}");
    }

    let own = format!("/statement/{statement}");
    student.get(&own).await.ok().see("My words in this sentence").see("Take my words back");
    let before = student.get(&format!("{own}/blank")).await.ok();
    let before = before.see("We carry Quetzalwords").dont_see("Tortugawords").see("This is final");
    before.see("the family and the advisor can read them");
    student.post(&format!("{own}/blank"), SURE).await.leads_to(&page);

    assert_eq!(found(&world, "Quetzalwords").await, Vec::<String>::new());
    assert!(!found(&world, "Tortugawords").await.is_empty(), "what others wrote stays");
    let text = reads(&mut student, &statement).await;
    assert!(text.starts_with(BLANK) && text.contains("singing Tortugawords"), "{text}");
    assert!(!text.contains("carry") && !text.contains("home"), "{text}");
    for mut reader in [world.student().await, world.family().await, world.advisor().await] {
        for place in [page.clone(), format!("{definition}/version/1")] {
            let read = reader.get(&place).await.ok().dont_see("Quetzalwords").see("singing Tortugawords");
            read.has(BLANK).has("role=\"img\"");
        }
    }
    // What was answered counts no longer, is said to, and everybody is asked anew in the way there is.
    let asked = format!("{definition}/version/1");
    student.get(&asked).await.ok().see("has answered; some words were taken back since");
    answers(&mut family, &page, "affirm", "").await.leads_to(&page);
    answers(&mut student, &page, "affirm", "").await.leads_to(&page);
    student.get(&asked).await.ok().dont_see("some words were taken back since");
});

promise!(nobody_else_takes_them_back_and_twice_is_once, |world| {
    let (page, _, statement) = written_together(&world).await;
    let address = format!("/statement/{statement}/blank");
    let all = world.contents(&["form_sent"]).await["statement"].clone();
    let people = &world.people;
    for stranger in [&people.advisor, &people.classmate, &people.classmates_family, &people.other_school_family] {
        let mut stranger = world.as_(stranger).await;
        stranger.get(&address).await.is(404);
        stranger.post(&address, SURE).await.is(404);
    }
    assert!(matches!(world.visitor().get(&address).await.status.as_u16(), 401 | 403 | 404));
    // A form that was never seen takes nothing back, and no other words make it do so.
    let mut student = world.student().await;
    assert!(student.post(&address, &[]).await.status.is_client_error());
    let other = people.family.id.to_string();
    for hostile in [("person", other.as_str()), ("text", "'; DELETE FROM statement_edit; --")] {
        assert!(student.post(&address, &[hostile]).await.status.is_client_error(), "{hostile:?}");
    }
    for id in ["0190b2f0-0000-7000-8000-000000000001", "nothing", "%25", "%00"] {
        student.get(&format!("/statement/{id}/blank")).await.is(404);
        student.post(&format!("/statement/{id}/blank"), SURE).await.is(404);
    }
    assert_eq!(world.contents(&["form_sent"]).await["statement"], all);

    student.post(&address, SURE).await.leads_to(&page);
    let once = world.contents(&[]).await;
    student.post(&address, SURE).await.leads_to(&page);
    let twice = world.contents(&[]).await;
    for (table, rows) in once.iter().filter(|(table, _)| !["form_sent", "session"].contains(&table.as_str())) {
        assert_eq!(rows, &twice[table], "{table}");
    }
    student.get(&address).await.ok().see("None of your words are left here.");
    // Then the others take back theirs, and of the version that is kept only blanks are left.
    world.family().await.post(&address, SURE).await.leads_to(&page);
    assert_eq!(found(&world, "Tortugawords").await, Vec::<String>::new());
});

promise!(whoever_was_away_brings_nothing_back, |world| {
    let (page, _, statement) = written_together(&world).await;
    let id: StatementId = statement.parse().expect("an id");
    let rooms = &world.services.rooms;
    let (mut student, mut family) = (world.student().await, world.family().await);
    let shown = family.get(&format!("/statement/{statement}")).await.ok().hidden("version").expect("a version");
    // Two windows of the family: one is there, one has gone off with all of it in hand.
    let enters = || rooms.enter(&world.school, &id, &world.people.family.id, "Rosa", "family");
    let (mut there, away) = (enters().await.expect("a seat"), enters().await.expect("a seat"));
    let away_text = SharedText::new(away.client_id);
    away_text.take(&away.whole().0).expect("an edit");
    drop(away);
    away_text.write(&one_splice(TOGETHER, &format!("{TOGETHER} Colibriwords."))).expect("an edit");
    student.post(&format!("/statement/{statement}/blank"), SURE).await.leads_to(&page);

    // Who is there sees it at once, and forgets what could be undone.
    let (mut heard, mut forgets) = (false, false);
    while let Ok(news) = there.news.try_recv() {
        match news {
            News::Edit { edit, .. } => heard |= !edit.windows(6).any(|part| part == b"Quetza"),
            News::Blanked => forgets = true,
            _ => {}
        }
    }
    assert!(heard && forgets);
    assert!(!there.text().contains("Quetzalwords"));
    // Who was away comes back with everything: only what is new is kept.
    let back = enters().await.expect("a seat");
    assert!(back.is_blanked());
    back.write(1, away_text.whole()).expect("it is their own");
    rooms.keep_all().await.expect("kept");
    assert_eq!(found(&world, "Quetzalwords").await, Vec::<String>::new());
    let read = reads(&mut family, &statement).await;
    assert!(read.contains("Colibriwords"), "{read}");
    drop((there, back));
    // So does a form with an editor's whole text in it, …
    away_text.write(&one_splice(&away_text.text(), &format!("{} Jaguarwords.", away_text.text()))).expect("an edit");
    let edit = STANDARD.encode(away_text.whole());
    let fields =
        [("version", shown.as_str()), ("text", away_text.text().as_str()), ("edit", &edit), ("language", "en")]
            .map(|(name, value)| (name, value.to_owned()));
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    family.post(&format!("/statement/{statement}"), &fields).await.leads_to(&page);
    assert_eq!(found(&world, "Quetzalwords").await, Vec::<String>::new());
    assert!(reads(&mut family, &statement).await.contains("Jaguarwords"));
    // … and one that was typed into an old page is given back, with every word and why.
    let typed = format!("{TOGETHER} And more.");
    let old = [("version", shown.as_str()), ("text", typed.as_str()), ("language", "en")];
    let again = world.student().await.post(&format!("/statement/{statement}"), &old).await.is(422);
    again.see("Somebody took words back while you wrote.").see("And more.");
    assert_eq!(found(&world, "Quetzalwords").await, Vec::<String>::new());
});

promise!(whoever_does_not_see_it_any_more_takes_their_words_back_from_the_bin, |world| {
    let (_, definition, statement) = written_together(&world).await;
    let (mut student, mut family) = (world.student().await, world.family().await);
    student.post(&format!("{definition}/section/values"), &[("audience", "me")]).await;
    family.get(&format!("/statement/{statement}")).await.is(404);
    // Their own words, and nobody else's.
    let bin = family.get("/bin").await.ok();
    let bin = bin.see("singing Tortugawords").dont_see("Quetzalwords").link(&format!("/statement/{statement}/blank"));
    let own = family.get(&bin.expect("a way to them")).await.ok();
    own.see("singing Tortugawords").dont_see("Quetzalwords");
    family.post(&format!("/statement/{statement}/blank"), SURE).await.leads_to("/bin");
    family.get("/bin").await.ok().dont_see("Tortugawords");
    assert_eq!(found(&world, "Tortugawords").await, Vec::<String>::new());
    assert!(!found(&world, "Quetzalwords").await.is_empty());
});

promise!(words_are_taken_back_in_every_school_year_and_in_versions_of_long_ago, |world| {
    let (_, definition, statement) = written_together(&world).await;
    let (school, now) = (&world.school, world.services.clock.now());
    let definition = definition.rsplit('/').next().expect("an id").parse().expect("an id");
    let mut tx = world.services.db.write().await.expect("a transaction");
    let old = Definition::find(&mut tx, school, &definition).await.expect("asked").expect("a definition");
    // As a version was kept when nobody noted who wrote which words of it.
    let version = Version::newest_of(&mut tx, &old).await.expect("asked").expect("a version");
    let lines = version.wording.0.iter().cloned().map(|mut line| {
        line.pieces = Default::default();
        line
    });
    kinfolio::store::run!(
        &mut tx,
        "UPDATE definition_version SET wording = $1 WHERE id = $2",
        VersionWording(lines.collect()),
        &version.id
    )
    .expect("kept");
    let looked = LookedAt {
        statement: statement.parse().expect("an id"),
        became: Became::Changed,
        why: String::new(),
        reworded: Some(format!("{TOGETHER} Still.")),
    };
    let by = (&world.people.student.id, &kinfolio::language::Language::english());
    let carried = old.carry_forward(&mut tx, "2027–2028", &[looked], by, now).await.expect("carried");
    assert!(matches!(carried, Carried::Begun(_)));
    tx.commit().await.expect("kept");

    let mut student = world.student().await;
    assert!(student.post(&format!("/statement/{statement}/blank"), SURE).await.goes_to().is_some());
    assert_eq!(found(&world, "Quetzalwords").await, Vec::<String>::new());
    let mut conn = world.services.db.read().await.expect("a connection");
    let version = Version::newest_of(&mut conn, &old).await.expect("asked").expect("a version");
    let line = &version.wording.0[0];
    assert!(line.text.contains("singing Tortugawords") && line.text.contains(BLANK), "{}", line.text);
    drop(conn);
    // What it came down to is enough for the next one who takes theirs back.
    assert!(world.family().await.post(&format!("/statement/{statement}/blank"), SURE).await.goes_to().is_some());
    assert_eq!(found(&world, "Tortugawords").await, Vec::<String>::new());
});
