//! The way into a definition: one thing that comes next, and what is still open said once before everybody is asked.

use crate::promise;
use crate::writing::{agrees, begun, says};

promise!(whoever_begins_is_led_to_one_question_then_to_the_family_then_to_what_is_agreed, |world| {
    let (page, definition) = begun(&world).await;
    let (mut student, mut family) = (world.student().await, world.family().await);
    let read = student.get(&page).await.ok().see("Begin with one question").see("One sentence is enough to begin.");
    assert_eq!(read.text.matches("btn--primary").count(), 1, "one thing comes next");
    let question = read.link(&format!("{definition}/contribute?section=values")).expect("a question");
    student.get(&question.replace("&amp;", "&")).await.ok();
    // Every section says what it asks, and what stands in it.
    read.see("nobody has spoken yet").see("What around you is worth protecting?");
    family.get(&page).await.ok().see("¿Cómo es una buena vida en nuestra familia?");

    says(&mut student, &definition, "values", "Someone stands taller.", "en").await;
    student.get(&page).await.ok().see("Now a voice from home").see("nothing agreed yet");
    says(&mut family, &definition, "values", "El que aprende, enseña.", "es").await;
    let read = student.get(&page).await.ok().see("Our values: say it together");
    let way = read.link(&format!("{definition}/statement/new?section=values")).expect("the way to agree");
    student.get(&way).await.ok();
    agrees(&mut student, &definition, "values", "We bring it home.", &[]).await;
    student.get(&page).await.ok().see("Nobody has been asked yet").see("1 agreed sentence");
    family.get(&page).await.ok().dont_see("Nobody has been asked yet whether");
});

promise!(what_is_still_open_is_said_once_and_stands_in_nobodys_way, |world| {
    let (page, definition) = begun(&world).await;
    let mut student = world.student().await;
    let ask = format!("{definition}/version");
    // There is nothing to ask about.
    student.get(&ask).await.leads_to(&page);
    says(&mut student, &definition, "values", "Someone stands taller.", "en").await;
    agrees(&mut student, &definition, "values", "We bring it home.", &[]).await;
    let read = student.get(&page).await.ok().has_no(&format!("action=\"{ask}\"")).has(&format!("href=\"{ask}\""));
    read.see("Ask everyone to answer");
    let warned = student.get(&ask).await.ok().see("Still open").see("What I’m learning").see("We bring it home.");
    // What around us should change may stay unsaid: nobody is reminded of it.
    warned.dont_see("For our community").see("Nobody from the school").see("Ask everyone as it is");
    world.family().await.get(&ask).await.is(404);
    student.post(&ask, &[]).await.leads_to(&page);
    student.get(&page).await.ok().see("has not answered");
    // No second time, whatever is still open.
    student.get(&ask).await.leads_to(&page);
    agrees(&mut student, &definition, "values", "We keep it warm.", &[]).await;
    student.get(&page).await.ok().has(&format!("action=\"{ask}\"")).has_no(&format!("href=\"{ask}\""));
});

promise!(statements_and_whose_they_are_stand_in_sight_and_what_was_said_unfolds, |world| {
    let (page, definition) = begun(&world).await;
    let (mut student, mut family) = (world.student().await, world.family().await);
    let words = says(&mut family, &definition, "values", "El que aprende, enseña.", "es").await;
    agrees(&mut student, &definition, "values", "We bring it home.", &[&words]).await;
    for mut reader in [student, family, world.advisor().await] {
        let text = reader.get(&page).await.ok().text;
        let place = |part: &str| text.find(part).unwrap_or_else(|| panic!("{part} is not there"));
        let (statement, voices) = (place("We bring it home."), place("fold--voices"));
        let (whose, said) = (place("<bdi>Rosa Reyes (abuela)</bdi></span>"), place(&format!("id=\"c-{words}\"")));
        let folded = text[voices..].find("</summary>").expect("a summary") + voices;
        assert!(statement < voices && voices < whose && whose < folded && folded < said);
        assert!(!text.contains("<script"), "what is folded needs no script");
    }
});
