//! Writing a statement together: nothing that anybody wrote is lost, whoever writes at once, by whatever means, and
//! whatever breaks.

use std::collections::HashMap;
use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use kinfolio::definition::limit;
use kinfolio::id::{PersonId, SchoolId, StatementId};
use kinfolio::live::Hub;
use kinfolio::together::{ClientId, FieldText, News, NotTaken, Rooms, Seat, SharedText, one_splice, splice_before};
use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};

use crate::promise;
use crate::things::one_of_everything;
use crate::world::{Visitor, World};

/// A browser with the editor in it, as far as the room can tell.
struct Window {
    person: PersonId,
    shared: Option<SharedText>,
    seat: Option<Seat>,
    written: u32,
}

impl Window {
    fn of(person: &PersonId) -> Self {
        Self { person: person.clone(), shared: None, seat: None, written: 0 }
    }

    /// The line is there, for the first time or again.
    async fn connect(&mut self, rooms: &Rooms, school: &SchoolId, statement: &StatementId) {
        let seat = rooms.enter(school, statement, &self.person, "Somebody", "student").await.unwrap();
        let (whole, seen) = seat.whole();
        let shared = self.shared.get_or_insert_with(|| SharedText::new(seat.client_id));
        shared.take(&whole).unwrap();
        let missing = shared.missing(&seen).unwrap();
        self.written += 1;
        seat.write(self.written, missing).unwrap();
        self.seat = Some(seat);
    }

    /// Hears what was said since.
    fn hear(&mut self) {
        let (Some(seat), Some(shared)) = (&mut self.seat, &self.shared) else { return };
        loop {
            match seat.news.try_recv() {
                Ok(News::Edit { by, edit }) if by != Some(seat.number) => shared.take(&edit).unwrap(),
                Ok(_) => {}
                Err(tokio::sync::broadcast::error::TryRecvError::Lagged(_)) => shared.take(&seat.whole().0).unwrap(),
                Err(_) => return,
            }
        }
    }

    /// Puts the text into other words, and sends it if the line is there.
    fn put(&mut self, text: &str, place: usize) {
        let Some(shared) = &self.shared else { return };
        if let Some(edit) = shared.write(&splice_before(&shared.text(), text, place as u32)) {
            self.written += 1;
            if let Some(seat) = &self.seat {
                seat.write(self.written, edit).unwrap();
            }
        }
    }

    fn text(&self) -> String {
        self.shared.as_ref().map(SharedText::text).unwrap_or_default()
    }
}

/// Who writes and what was written, to be found again.
struct Story {
    dice: StdRng,
    next: u32,
    /// Words that are in the text until somebody takes them out.
    alive: HashMap<String, ()>,
}

impl Story {
    /// A word that was never there, put somewhere between the others, and where it ends.
    fn add_to(&mut self, text: &str) -> (String, usize) {
        self.next += 1;
        let word = format!("w{}", self.next);
        let mut words: Vec<&str> = text.split(' ').collect();
        let at = self.dice.random_range(0..=words.len());
        words.insert(at, &word);
        let (place, text) = (words[..=at].join(" ").len(), words.join(" "));
        self.alive.insert(word, ());
        (text, place)
    }

    /// The text without one of its words, which is never asked for again, and where it was.
    fn take_from(&mut self, text: &str) -> (String, usize) {
        let mut words: Vec<&str> = text.split(' ').collect();
        let at = self.dice.random_range(0..words.len());
        let gone = words.remove(at);
        // Whatever is glued together by two who typed at one place is gone together.
        self.alive.retain(|word, ()| !gone.contains(word.as_str()));
        (words.join(" "), words[..at].join(" ").len())
    }
}

async fn statement_of(world: &World) -> StatementId {
    let things = one_of_everything(world).await;
    things["statement"].parse().expect("an id")
}

/// The form without JavaScript: posts other words than it was shown.
async fn post_form(visitor: &mut Visitor<'_>, statement: &StatementId, shown: &(String, String), text: &str) -> u16 {
    let fields = [("version", shown.0.as_str()), ("text", text), ("language", "en")];
    visitor.post(&format!("/statement/{statement}"), &fields).await.status.as_u16()
}

/// What the form shows: the version, and the words.
async fn read_form(visitor: &mut Visitor<'_>, statement: &StatementId) -> (String, String) {
    let page = visitor.get(&format!("/statement/{statement}")).await.ok();
    let text = page.text.split("<textarea").nth(1).and_then(|rest| rest.split_once('>')).map(|(_, rest)| rest).unwrap();
    let text = text.split("</textarea>").next().unwrap().trim().to_owned();
    (page.hidden("version").unwrap(), text)
}

/// The rooms and the hub of another server on the same database.
fn rooms_of_another_server(world: &World) -> (Rooms, Hub) {
    let hub = Hub::new(world.services.db.clone());
    (Rooms::new(hub.clone(), world.services.clock.clone()), hub)
}

/// Two windows and a form write at random, while lines break and the server is killed now and then.
async fn write_at_random(world: &World, seed: u64, operations: u32) {
    let statement = statement_of(world).await;
    let people = &world.people;
    let mut rooms = world.services.rooms.clone();
    let mut windows = [Window::of(&people.student.id), Window::of(&people.family.id)];
    for window in &mut windows {
        window.connect(&rooms, &world.school, &statement).await;
    }
    let mut advisor = world.advisor().await;
    let mut shown = read_form(&mut advisor, &statement).await;
    let mut story = Story { dice: StdRng::seed_from_u64(seed), next: 0, alive: HashMap::new() };
    for _ in 0..operations {
        let who = story.dice.random_range(0..2_usize);
        match story.dice.random_range(0..100) {
            0..50 => {
                let window = &mut windows[who];
                window.hear();
                let text = window.text();
                // A statement is a sentence or two: where it gets long, words go.
                let (text, place) = if text.len() < 160 && story.dice.random_bool(0.6) {
                    story.add_to(&text)
                } else {
                    story.take_from(&text)
                };
                window.put(&text, place);
            }
            50..70 => windows[who].hear(),
            70..78 => windows[who].seat = None,
            78..90 => windows[who].connect(&rooms, &world.school, &statement).await,
            90..94 => rooms.keep_all().await.unwrap(),
            94..96 => shown = read_form(&mut advisor, &statement).await,
            96..98 => {
                let (text, _) = story.add_to(&shown.1);
                assert_eq!(post_form(&mut advisor, &statement, &shown, &text).await, 303, "seed {seed}");
                shown = read_form(&mut advisor, &statement).await;
            }
            _ => {
                // Killed: what was not kept is gone from the server, and everybody is thrown out.
                for window in &mut windows {
                    window.seat = None;
                }
                rooms = rooms_of_another_server(world).0;
            }
        }
    }
    for _ in 0..2 {
        for window in &mut windows {
            window.connect(&rooms, &world.school, &statement).await;
        }
        rooms.keep_all().await.unwrap();
    }
    windows.iter_mut().for_each(Window::hear);
    let (_, kept) = read_form(&mut advisor, &statement).await;
    let squeezed = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let [one, other] = windows.each_ref().map(|window| squeezed(&window.text()));
    assert_eq!(one, other, "seed {seed}: two windows read the same");
    assert_eq!(squeezed(&kept), one, "seed {seed}: what is kept reads the same");
    let lost: Vec<&String> = story.alive.keys().filter(|word| !one.contains(word.as_str())).collect();
    assert!(lost.is_empty(), "seed {seed}: {lost:?} are lost in {one:?}");
}

promise!(whoever_writes_by_whatever_means_nothing_is_lost, |world| {
    // `KINFOLIO_OPERATIONS=10000` for the long way.
    let operations = std::env::var("KINFOLIO_OPERATIONS").ok().and_then(|count| count.parse().ok()).unwrap_or(400);
    write_at_random(&world, 20_261_123, operations).await;
});

promise!(a_foreign_client_id_writes_nothing, |world| {
    let statement = statement_of(&world).await;
    let (rooms, people) = (&world.services.rooms, &world.people);
    let theirs = rooms.enter(&world.school, &statement, &people.family.id, "Rosa", "family").await.unwrap();
    let ours = rooms.enter(&world.school, &statement, &people.student.id, "Marisol", "student").await.unwrap();
    let forged = SharedText::new(theirs.client_id);
    forged.take(&ours.whole().0).unwrap();
    let before = ours.text();
    let edit = forged.write(&one_splice(&before, "In somebody else's name.")).unwrap();
    assert!(ours.write(1, edit).is_err());
    assert!(ours.write(2, b"<script>".to_vec()).is_err());
    assert_eq!(ours.text(), before);
    // Nor when whose client id it is has written and left.
    let rosas = SharedText::new(theirs.client_id);
    rosas.take(&theirs.whole().0).unwrap();
    theirs.write(1, rosas.write(&one_splice(&before, "We ask our elders.")).unwrap()).unwrap();
    rooms.keep_all().await.unwrap();
    drop((theirs, ours));
    let ours = rooms.enter(&world.school, &statement, &people.student.id, "Marisol", "student").await.unwrap();
    assert!(ours.write(3, rosas.write(&one_splice("We ask our elders.", "We ask nobody.")).unwrap()).is_err());
    assert_eq!(ours.text(), "We ask our elders.");
});

promise!(a_client_id_is_kept_with_its_first_words_and_not_with_looking_on, |world| {
    let statement = statement_of(&world).await;
    let (rooms, person) = (&world.services.rooms, &world.people.family.id);
    let clients = async || {
        let mut conn = world.services.db.read().await.unwrap();
        kinfolio::together::clients(&mut conn, &world.school, &statement).await.unwrap()
    };
    let before = clients().await.len();
    for _ in 0..20 {
        rooms.enter(&world.school, &statement, person, "Rosa", "family").await.unwrap();
    }
    assert_eq!(clients().await.len(), before);
    // Words that were written while the line was down come in later, by another line, on another server.
    let mut window = Window::of(person);
    window.connect(rooms, &world.school, &statement).await;
    let client_id = window.seat.as_ref().unwrap().client_id;
    window.seat = None;
    window.put("We kept this on the bus.", 0);
    let other_server = rooms_of_another_server(&world).0;
    window.connect(&other_server, &world.school, &statement).await;
    other_server.keep_all().await.unwrap();
    assert_eq!(clients().await.get(&client_id), Some(person));
    let mut advisor = world.advisor().await;
    assert!(read_form(&mut advisor, &statement).await.1.contains("We kept this on the bus."));
});

/// Waits until the room says that the seat's edit is kept.
async fn is_kept(seat: &mut Seat, what: u32) -> bool {
    let kept = async {
        loop {
            match seat.news.recv().await {
                Ok(News::Kept { seat: whose, number }) if whose == seat.number && number >= what => return true,
                Ok(_) => {}
                Err(_) => return false,
            }
        }
    };
    tokio::time::timeout(Duration::from_secs(10), kept).await.unwrap_or(false)
}

promise!(whoever_enters_as_the_last_one_leaves_is_kept, |world| {
    let statement = statement_of(&world).await;
    let (rooms, school) = (world.services.rooms.clone(), world.school.clone());
    let keeping = tokio::spawn(rooms.clone().keep_on());
    let (rosa, marisol) = (world.people.family.id.clone(), world.people.student.id.clone());
    for round in 0..60 {
        let leaves = rooms.enter(&school, &statement, &rosa, "Rosa", "family").await.unwrap();
        let leaving = tokio::spawn(async move {
            for _ in 0..round % 7 {
                tokio::task::yield_now().await;
            }
            drop(leaves);
        });
        let mut seat = rooms.enter(&school, &statement, &marisol, "Marisol", "student").await.unwrap();
        leaving.await.unwrap();
        let shared = SharedText::new(seat.client_id);
        shared.take(&seat.whole().0).unwrap();
        let edit = shared.write(&one_splice(&shared.text(), &format!("Round {round}."))).unwrap();
        seat.write(1, edit).unwrap();
        assert!(is_kept(&mut seat, 1).await, "round {round}");
        assert_eq!(rooms.count(), 1);
        drop(seat);
        assert_eq!(read_form(&mut world.advisor().await, &statement).await.1, format!("Round {round}."));
    }
    assert_eq!(rooms.count(), 0);
    keeping.abort();
});

promise!(keeping_that_is_given_up_half_way_loses_nothing, |world| {
    let statement = statement_of(&world).await;
    let rooms = &world.services.rooms;
    let mut window = Window::of(&world.people.student.id);
    window.connect(rooms, &world.school, &statement).await;
    for round in 0..20 {
        let text = format!("Given up {round} times.");
        window.put(&text, 0);
        // Wherever it stands when it is given up.
        let _ = tokio::time::timeout(Duration::from_micros(round * 150), rooms.keep_all()).await;
        if round % 3 == 0 {
            // Whoever wrote has left by then.
            window.seat = None;
            rooms.keep_all().await.unwrap();
            assert_eq!(read_form(&mut world.advisor().await, &statement).await.1, text);
            assert_eq!(rooms.count(), 0);
            window.connect(rooms, &world.school, &statement).await;
        }
    }
});

promise!(an_edit_of_long_ago_that_is_none_is_named_and_left_out, |world| {
    let statement = statement_of(&world).await;
    let nested = [&[1, 1, 7, 0, 8, 1, 5][..], b"words", &[1], &[117, 1].repeat(5_000), &[126, 0]].concat();
    for bad in [vec![0xff, 0xff, 0xff, 0xff, 0x07], nested] {
        let mut tx = world.services.db.write().await.unwrap();
        let now = world.services.clock.now();
        let (edits, school) = (kinfolio::together::numbered_edits, &world.school);
        let knows = edits(&mut tx, school, &statement, 0).await.unwrap().last().map_or(0, |(version, _)| *version);
        let words = vec![(ClientId(1), "As it was.".to_owned())];
        kinfolio::together::keep(&mut tx, school, &statement, knows, &bad, now, |_| words).await.unwrap();
        tx.commit().await.unwrap();
    }
    let mut conn = world.services.db.read().await.unwrap();
    let named = kinfolio::together::unacceptable_edits(&mut conn).await.unwrap();
    assert_eq!(named.len(), 2, "{named:?}");
    assert!(named.iter().all(|line| line.contains(statement.as_str())), "{named:?}");
    drop(conn);
    // And everybody can go on writing, in the room and by the form.
    let mut window = Window::of(&world.people.student.id);
    window.connect(&world.services.rooms, &world.school, &statement).await;
    window.put("We go on.", 0);
    world.services.rooms.keep_all().await.unwrap();
    let mut advisor = world.advisor().await;
    let shown = read_form(&mut advisor, &statement).await;
    assert_eq!(shown.1, "We go on.");
    assert_eq!(post_form(&mut advisor, &statement, &shown, "We go on together.").await, 303);
    let bomb = STANDARD.encode([0xff, 0xff, 0xff, 0xff, 0x07]);
    let (version, _) = read_form(&mut advisor, &statement).await;
    let fields = [("version", version.as_str()), ("text", "We go on, all of us."), ("language", "en"), ("edit", &bomb)];
    advisor.post(&format!("/statement/{statement}"), &fields).await.leads_to("/student/");
    assert_eq!(read_form(&mut advisor, &statement).await.1, "We go on, all of us.", "the typed words count");
});

/// Waits until a window hears this text, without asking anybody for it.
async fn hears(window: &mut Window, text: &str) {
    let heard = async {
        while window.text() != text {
            tokio::time::sleep(Duration::from_millis(20)).await;
            window.hear();
        }
    };
    let said = tokio::time::timeout(Duration::from_secs(15), heard).await;
    assert!(said.is_ok(), "{:?} and not {text:?}", window.text());
}

promise!(servers_hear_each_other_again_after_their_connections_broke, |world| {
    // A file has one server only.
    let Some(database) = &world.database else { return };
    let statement = statement_of(&world).await;
    let (other, hub) = rooms_of_another_server(&world);
    let here = &world.services.rooms;
    let keeping = [
        tokio::spawn(here.clone().keep_on()),
        tokio::spawn(other.clone().keep_on()),
        tokio::spawn(world.services.clone().hear_others()),
        tokio::spawn(hub.listen(vec![Box::new(other.clone())])),
    ];
    let (mut near, mut far) = (Window::of(&world.people.student.id), Window::of(&world.people.family.id));
    near.connect(here, &world.school, &statement).await;
    far.connect(&other, &world.school, &statement).await;
    for round in 0..3 {
        let text = format!("Said {round} times.");
        near.put(&text, 0);
        hears(&mut far, &text).await;
        database
            .execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                 WHERE datname = current_database() AND query LIKE 'LISTEN %'",
            )
            .await;
        // Said while nobody listens: whoever listens anew catches up.
        let text = format!("Said {round} times, to deaf ears.");
        near.put(&text, 0);
        hears(&mut far, &text).await;
    }
    keeping.iter().for_each(tokio::task::JoinHandle::abort);
});

promise!(a_notice_that_fails_hides_nothing_and_is_nobodys_trouble, |world| {
    let Some(database) = &world.database else { return };
    let statement = statement_of(&world).await;
    // From now on whoever connects cannot tell anybody anything.
    database
        .execute(
            "CREATE FUNCTION public.pg_notify(text, text) RETURNS void LANGUAGE plpgsql
             AS $$ BEGIN RAISE EXCEPTION 'no notices today'; END $$",
        )
        .await;
    database
        .execute(
            "DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET search_path = public, pg_catalog', current_database());
             END $$",
        )
        .await;
    let db = kinfolio::store::Db::at_address(database.url()).await.unwrap();
    let rooms = Rooms::new(Hub::new(db), world.services.clock.clone());
    let (mut one, mut other) = (Window::of(&world.people.student.id), Window::of(&world.people.family.id));
    one.connect(&rooms, &world.school, &statement).await;
    other.connect(&rooms, &world.school, &statement).await;
    rooms.keep_all().await.unwrap();
    one.hear();
    one.put("Kept, and seen by whoever is here.", 0);
    rooms.keep_all().await.unwrap();
    assert!(is_kept(one.seat.as_mut().unwrap(), one.written).await);
    hears(&mut other, "Kept, and seen by whoever is here.").await;
    rooms.changed(&statement).await;
});

promise!(what_does_not_fit_a_statement_waits_with_its_writer_until_it_fits, |world| {
    let statement = statement_of(&world).await;
    let (rooms, people) = (&world.services.rooms, &world.people);
    let seat = rooms.enter(&world.school, &statement, &people.student.id, "Marisol", "student").await.unwrap();
    let mut family = Window::of(&people.family.id);
    family.connect(rooms, &world.school, &statement).await;
    let shared = FieldText::new(seat.client_id);
    shared.hear(&seat.whole().0).unwrap();
    let before = shared.show();
    let room = limit::STATEMENT - before.chars().count();
    let put = |text: String| shared.typed(&text, u32::MAX).unwrap();
    assert_eq!(seat.write(1, put(format!("{before}{}", "ñ".repeat(room)))), Ok(()), "as many as the form takes");
    let held = seat.seen();
    assert_eq!(seat.write(2, put(format!("{before}{}ñ", "ñ".repeat(room)))), Err(NotTaken::Full));
    let next = put(format!("{before}{}ñ!", "ñ".repeat(room)));
    assert_eq!(
        seat.write(3, next),
        Err(NotTaken::Full),
        "what was sent right behind it is no reason to throw anybody out"
    );
    assert_eq!(seat.text().chars().count(), limit::STATEMENT);
    // Others may still shorten it.
    rooms.keep_all().await.unwrap();
    family.hear();
    family.put(&before, 0);
    assert_eq!(seat.text(), before);
    // Made shorter, it goes out with everything that waited.
    put(format!("{before}, warm!"));
    let waited = shared.missing(&held).unwrap();
    assert_eq!(seat.write(4, waited), Ok(()));
    rooms.keep_all().await.unwrap();
    let mut student = world.student().await;
    let (_, kept) = read_form(&mut student, &statement).await;
    assert!(kept.starts_with(&before) && kept.contains('!'), "{kept}");
});

promise!(a_form_whose_edit_is_refused_gives_the_words_back_and_says_why, |world| {
    let statement = statement_of(&world).await;
    let (rooms, people, address) = (&world.services.rooms, &world.people, format!("/statement/{statement}"));
    // Somebody else's client id, that they have written with. (Bytes that are no edit count for nothing: the words are taken.)
    let theirs = rooms.enter(&world.school, &statement, &people.family.id, "Rosa", "family").await.unwrap();
    let used = SharedText::new(theirs.client_id);
    used.take(&theirs.whole().0).unwrap();
    theirs.write(1, used.write(&one_splice("", "We say: ")).unwrap()).unwrap();
    rooms.keep_all().await.unwrap();
    let mut student = world.student().await;
    let (version, before) = read_form(&mut student, &statement).await;
    let forged = SharedText::new(theirs.client_id);
    forged.take(&theirs.whole().0).unwrap();
    forged.write(&one_splice(&before, "Kept by nobody."));
    let edit = STANDARD.encode(forged.whole());
    let fields = [("version", version.as_str()), ("text", "Kept by nobody."), ("language", "en"), ("edit", &edit)];
    let page = student.post(&address, &fields).await.is(422);
    let page = page.see("Your words could not be joined with what is here now.").see("Kept by nobody.");
    page.see(&before).has_no("id=\"together\"");
    assert_eq!(read_form(&mut student, &statement).await.1, before);
    // Two changes that fit alone, and not together.
    let mut window = Window::of(&people.student.id);
    window.connect(rooms, &world.school, &statement).await;
    let shared = SharedText::new(window.seat.as_ref().unwrap().client_id);
    shared.take(&window.seat.as_ref().unwrap().whole().0).unwrap();
    let long = format!("{before} {}", "warm ".repeat((limit::STATEMENT - before.chars().count() - 10) / 5));
    shared.write(&one_splice(&before, &long));
    let mut advisor = world.advisor().await;
    let shown = read_form(&mut advisor, &statement).await;
    let theirs = format!("Slowly and with care. {before}");
    assert_eq!(post_form(&mut advisor, &statement, &shown, &theirs).await, 303);
    let edit = STANDARD.encode(shared.whole());
    let fields = [("version", version.as_str()), ("text", &long), ("language", "en"), ("edit", &edit)];
    let page = student.post(&address, &fields).await.is(422).see("Together with what others wrote");
    page.see("Slowly and with care.").see("warm warm").has(&edit);
    // The same by hand: what is given back still knows what it was made from.
    let shown = (version.clone(), before.clone());
    let page = student.post(&address, &[("version", &version), ("text", &long), ("language", "en")]).await.is(422);
    assert_eq!(page.hidden("version").as_deref(), Some(version.as_str()));
    assert_eq!(read_form(&mut student, &statement).await.1, theirs, "nothing of it was kept");
    assert_eq!(post_form(&mut student, &statement, &shown, &format!("{before} Warm.")).await, 303);
    assert_eq!(read_form(&mut student, &statement).await.1, format!("{theirs} Warm."));
});

promise!(a_room_is_entered_only_by_those_who_may_write, |world| {
    let things = one_of_everything(&world).await;
    let room = format!("/statement/{}/room", things["statement"]);
    for mut visitor in [world.student().await, world.advisor().await, world.family().await] {
        visitor.get(&room).await.leads_to("/statement/");
    }
    for person in [&world.people.classmate, &world.people.classmates_family, &world.people.other_school_advisor] {
        world.as_(person).await.get(&room).await.is(404);
    }
    world.visitor().get(&room).await.is(401);
});

promise!(a_form_that_takes_the_whole_text_along_brings_nothing_twice, |world| {
    let statement = statement_of(&world).await;
    let (rooms, people) = (&world.services.rooms, &world.people);
    let mut window = Window::of(&people.student.id);
    window.connect(rooms, &world.school, &statement).await;
    window.put("We say it together.", 0);
    rooms.keep_all().await.unwrap();
    window.put("We say it together, out loud.", 0);
    let shared = STANDARD.encode(window.shared.as_ref().unwrap().whole());
    let mut student = world.student().await;
    let (version, _) = read_form(&mut student, &statement).await;
    let fields = [
        ("version", version.as_str()),
        ("text", "We say it together, out loud."),
        ("language", "en"),
        ("edit", &shared),
    ];
    for _ in 0..2 {
        student.post(&format!("/statement/{statement}"), &fields).await.leads_to("/student/");
    }
    let (_, kept) = read_form(&mut student, &statement).await;
    assert_eq!(kept, "We say it together, out loud.");
});

promise!(what_a_form_brings_is_seen_in_the_room, |world| {
    let statement = statement_of(&world).await;
    let mut window = Window::of(&world.people.student.id);
    window.connect(&world.services.rooms, &world.school, &statement).await;
    let mut advisor = world.advisor().await;
    let shown = read_form(&mut advisor, &statement).await;
    let text = format!("{} And we laugh.", shown.1);
    assert_eq!(post_form(&mut advisor, &statement, &shown, &text).await, 303);
    window.hear();
    assert!(window.text().ends_with("And we laugh."), "{}", window.text());
});
