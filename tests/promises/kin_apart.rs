//! Kin apart: what one of a family notes, where they are reached and when they come by is not for the others; and nobody's time
//! is taken over without a word.

use kinfolio::id::PersonId;
use kinfolio::language::Languages;
use kinfolio::person::deed::Deed;
use kinfolio::person::{Person, Role};

use crate::promise;
use crate::things::one_of_everything;
use crate::times::{AFTERNOON, choosing, free, here, offer, take};
use crate::twice::pages;
use crate::world::World;

/// Somebody more of the family of these students, reached at an address that is theirs alone.
async fn a_relative(world: &World, name: &str, address: &str, of: &[&Person]) -> Person {
    let person = Person {
        id: PersonId::new(),
        school_id: world.school.clone(),
        role: Role::Family,
        name: name.into(),
        called: None,
        username: Some(address.into()),
        languages: Languages::written("en").expect("a language"),
    };
    let now = world.services.clock.now();
    let mut tx = world.services.db.write().await.expect("a transaction");
    Deed::Add(person.clone()).carry_out(&mut tx, &world.school, now).await.expect("a person");
    for student in of {
        let tie = Deed::Tie { student: student.id.clone(), person: person.id.clone(), words: "relative".into() };
        tie.carry_out(&mut tx, &world.school, now).await.expect("a kinship");
    }
    tx.commit().await.expect("kept");
    person
}

promise!(no_relative_reads_what_another_noted_where_they_are_reached_or_when_they_came, |world| {
    let things = one_of_everything(&world).await;
    let people = &world.people;
    let efrain = a_relative(&world, "Efraín Reyes", "efrain@home.example", &[&people.student]).await;
    let ofelia = a_relative(&world, "Ofelia Lara", "ofelia@home.example", &[&people.student, &people.classmate]).await;
    // A third, tied to a sister or brother alone.
    let nadia = a_relative(&world, "Nadia Diallo", "nadia@home.example", &[&people.classmate]).await;
    offer(&mut world.advisor().await, &AFTERNOON).await;
    let mut writers = Vec::new();
    for (person, student, note) in [
        (&efrain, &people.student, "A step is hard for my left knee"),
        (&nadia, &people.classmate, "I come from my second job"),
    ] {
        let mut visitor = world.as_(person).await;
        let here = format!("/student/{}/time", student.id);
        let own = visitor.get(&here).await.ok();
        if own.text.contains("/give-back\"") {
            let held = own.hidden("time").expect("the time that is held");
            visitor.post(&format!("{here}/give-back"), &[("time", &held)]).await.leads_to(&here);
        }
        let time = free(&mut visitor, &here).await.pop().expect("a time");
        take(&mut visitor, &here, &time, note).await.leads_to(&here);
        visitor.get(&here).await.ok().see(note).see("asks for an interpreter");
        writers.push((person.clone(), note));
    }
    for reader in [&people.family, &efrain, &ofelia, &nadia] {
        let mut visitor = world.as_(reader).await;
        let mut read = 0;
        for (path, _) in pages(&mut visitor, &things).await {
            let page = visitor.get(&path).await;
            read += 1;
            for (writer, note) in &writers {
                if writer.id != reader.id {
                    assert!(!page.text.contains(note), "{} reads {note:?} on {path}", reader.name);
                    let asks = page.text.contains("asks for an interpreter") && page.text.contains(&writer.name);
                    assert!(!asks, "{} reads on {path} that {} asks for an interpreter", reader.name, writer.name);
                }
            }
            for (other, address) in [
                (&efrain, "efrain@home.example"),
                (&ofelia, "ofelia@home.example"),
                (&nadia, "nadia@home.example"),
                (&people.family, "rosa.reyes"),
            ] {
                assert!(
                    other.id == reader.id || !page.text.contains(address),
                    "{} reads {address} on {path}",
                    reader.name
                );
            }
            // The words of all pages stand there, whoever reads them.
            let is_ours = path.starts_with("/translations/");
            let told = ["With the interpreter it takes", "An interpreter will be there"];
            let told = told.iter().any(|words| page.text.contains(words));
            assert!(is_ours || !told, "{} reads on {path} that somebody asked for an interpreter", reader.name);
            assert!(is_ours || !page.text.contains("last visit") && !page.text.contains("/grants"), "{path}");
        }
        assert!(read > 5, "{} reads {read} pages", reader.name);
        visitor.get(&format!("/student/{}/family", people.student.id)).await.is(404);
    }
});

promise!(a_relatives_time_is_taken_over_only_by_somebody_who_was_told_whose_it_is, |world| {
    let efrain = a_relative(&world, "Efraín Reyes", "efrain@home.example", &[&world.people.student]).await;
    offer(&mut world.advisor().await, &AFTERNOON).await;
    let here = here(&world);
    let (mut rosa, mut other) = (world.family().await.reading("en"), world.as_(&efrain).await);
    rosa.keep_cookie("kinfolio-language", "en");
    let times = free(&mut rosa, &here).await;
    // The page names the child.
    rosa.get(&format!("{here}?time={}", times[0])).await.ok().see("For \u{2068}Marisol\u{2069}’s conference.");
    let unseen = other.get(&format!("{here}?time={}", times[1])).await.ok().hidden("made_from").expect("a mark");
    take(&mut rosa, &here, &times[0], "My knee is bad.").await.leads_to(&here);
    // Who chose at the same moment is told, and nothing is overwritten.
    let mut form = choosing(&times[1], "I come from work.");
    form.push(("made_from", &unseen));
    let stale = other.post(&here, &form).await.is(422).see("Somebody in your family has chosen in the meantime");
    stale.see("Rosa Reyes").see("I come from work.").dont_see("My knee is bad.");
    let page =
        other.get(&here).await.ok().see("\u{2068}Rosa Reyes\u{2069} has chosen a time").dont_see("You have a time");
    page.dont_see("My knee is bad.");
    let confirm = other.get(&format!("{here}?time={}", times[1])).await.ok();
    confirm
        .see("\u{2068}Rosa Reyes\u{2069} has chosen a time for \u{2068}Marisol\u{2069} already")
        .dont_see("My knee is bad.");
    take(&mut other, &here, &times[1], "I come from work.").await.leads_to(&here);
    // Whoever had it reads whose it is now.
    rosa.get(&here).await.ok().see("\u{2068}Efraín Reyes\u{2069} has chosen a time").dont_see("I come from work.");
    let held = rosa.get(&here).await.ok().hidden("time").expect("the time");
    rosa.post(&format!("{here}/give-back"), &[("time", &held)]).await.leads_to(&here);
    other.get(&here).await.ok().see("\u{2068}Rosa Reyes\u{2069} gave the time on");
});

promise!(changing_a_note_changes_a_note_and_nothing_else, |world| {
    offer(&mut world.advisor().await, &AFTERNOON).await;
    let here = here(&world);
    let mut rosa = world.family().await;
    let times = free(&mut rosa, &here).await;
    take(&mut rosa, &here, &times[0], "My knee is bad.").await.leads_to(&here);
    let before = world.contents(&["note", "sequence", "mark", "sent_at", "attempt", "led_to"]).await;
    let led = take(&mut rosa, &here, &times[0], "My knee is better.").await;
    led.leads_to(&format!("{here}?said=time_noted"));
    rosa.get(&here).await.ok().see("My knee is better.");
    let after = world.contents(&["note", "sequence", "mark", "sent_at", "attempt", "led_to"]).await;
    for table in ["chosen_time", "conference", "ended_time", "offered_time"] {
        assert_eq!(before.get(table), after.get(table), "{table}");
    }
});

promise!(the_advisor_a_family_knows_comes_first, |world| {
    let mut hosted: Vec<(&str, &str)> = AFTERNOON.to_vec();
    hosted.push(("host", "Priya Natarajan"));
    let mut early: Vec<(&str, &str)> =
        hosted.iter().filter(|(name, _)| !["from", "until"].contains(name)).copied().collect();
    early.extend([("from", "12:00"), ("until", "13:00")]);
    let mut advisor = world.advisor().await;
    offer(&mut advisor, &early).await.leads_to("/times");
    offer(&mut advisor, &AFTERNOON).await.leads_to("/times");
    let mut rosa = world.family().await;
    rosa.keep_cookie("kinfolio-language", "en");
    let page = rosa.get(&here(&world)).await.ok().see("With somebody else from the school");
    let place = |words: &str| page.text.find(words).unwrap_or_else(|| panic!("{words} is not there"));
    assert!(place("Thomas Byrne") < place("Priya Natarajan"), "the own advisor's come first");
});
