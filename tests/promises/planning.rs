//! Planning a conference: proposals, the school's plans, moments, who does what, what others think, what is still open.

use std::collections::HashMap;

use kinfolio::person::Person;

use crate::promise;
use crate::things::{a_wav, one_of_everything};
use crate::world::{AFile, Page, Visitor, World};

type Things = HashMap<&'static str, String>;

/// Plans one more conference, and gives its address.
async fn planned(student: &mut Visitor<'_>, id: &str, more: &[(&str, &str)]) -> String {
    let page = format!("/student/{id}/conference?another");
    let new = student.get(&page).await.ok().hidden("id").expect("an id");
    let mut facts = vec![
        ("id", new.as_str()),
        ("day", "2027-03-04"),
        ("time", "17:40"),
        ("place", "our kitchen"),
        ("form", "circle"),
        ("language", "en"),
    ];
    facts.retain(|(name, _)| !more.iter().any(|(other, _)| other == name));
    facts.extend(more);
    student.post(&format!("/student/{id}/conference"), &facts).await.leads_to("/conference/");
    format!("/conference/{new}")
}

/// The address of a moment by its name, from the plan of the one who leads.
fn moment_named(page: &Page, name: &str) -> String {
    let at = page.text.find(&format!(">{name}</h3>")).unwrap_or_else(|| panic!("no {name} in {}", page.text));
    let at = at + page.text[at..].find("href=\"/moment/").expect("a way to change it") + "href=\"".len();
    page.text[at..].split('"').next().unwrap_or_default().to_owned()
}

/// How often these words are on a page.
fn times(page: &Page, words: &str) -> usize {
    page.text.matches(words).count()
}

/// The fields of a moment's form, as it stands.
async fn moment_fields(student: &mut Visitor<'_>, moment: &str, name: &str) -> Vec<(String, String)> {
    let form = student.get(moment).await.ok();
    [("version", form.hidden("version").expect("a version").as_str()), ("name", name)]
        .into_iter()
        .chain([("purpose", "work"), ("minutes", "4"), ("language", "es")])
        .map(|(field, value)| (field.to_owned(), value.to_owned()))
        .collect()
}

fn with<'a>(fields: &'a [(String, String)], more: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let named = |name: &str| more.iter().any(|(other, _)| *other == name);
    let kept = fields.iter().filter(|(name, _)| !named(name)).map(|(name, value)| (name.as_str(), value.as_str()));
    kept.chain(more.iter().copied()).collect()
}

async fn everything(world: &World) -> (Things, String) {
    let things = one_of_everything(world).await;
    let conference = format!("/conference/{}", things["conference"]);
    (things, conference)
}

promise!(a_proposal_grows_out_of_the_definition_and_fills_an_empty_plan_only, |world| {
    let (things, _) = everything(&world).await;
    let mut student = world.student().await;
    let conference = planned(&mut student, &things["student"], &[("minutes", "20")]).await;
    student.get(&conference).await.ok().see("Propose a plan").see("Start from the guide").see("Harvest circle");
    let plan = student.post_and_follow(&format!("{conference}/proposal"), &[]).await.ok();
    // The work that speaks for the statement is a moment of its own, and the elder speaks first.
    let plan = plan.see("An elder begins").see("Fractions, my way").see("We look after our elders.");
    let plan = plan.see("20 minutes").see("That is just what you planned for.").see("Three promises, and thanks");
    let first = plan.text.find(">An elder begins</h3>").expect("the elder");
    assert!(first < plan.text.find(">Fractions, my way</h3>").expect("the work"));
    let before = times(&plan, "</h3>");
    for again in ["proposal", "guide"] {
        let plan = student.post_and_follow(&format!("{conference}/{again}"), &[]).await.ok();
        assert_eq!(times(&plan, "</h3>"), before, "{again} changed a plan that was there");
    }
    let changed =
        student.post_and_follow(&format!("{conference}/template"), &[("template", &things["template"])]).await;
    assert_eq!(times(&changed.ok(), "</h3>"), before);
});

promise!(each_form_has_an_agenda_of_its_own, |world| {
    let (things, _) = everything(&world).await;
    let mut student = world.student().await;
    for (form, part) in [
        ("walk-through", "Welcome"),
        ("demonstration", "Your turn"),
        ("teaching", "Your turn"),
        ("performance", "My family answers"),
        ("recorded", "My family answers, when they can"),
        ("device-spoken", "A device that speaks"),
    ] {
        let conference = planned(&mut student, &things["student"], &[("form", form)]).await;
        student.post_and_follow(&format!("{conference}/proposal"), &[]).await.ok().see(part).see("25 minutes");
    }
});

promise!(a_proposal_brings_nothing_in_that_the_student_keeps_for_themself, |world| {
    let (things, _) = everything(&world).await;
    let mut student = world.student().await;
    let edit = format!("/work/{}/edit", things["work"]);
    let form = student.get(&edit).await.ok();
    let version = form.hidden("version").expect("a version");
    let words = [
        ("version", version.as_str()),
        ("title", "Fractions, my way"),
        ("text", "At first I only drew pizzas."),
        ("form", "making"),
        ("language", "en"),
        ("audience", "me"),
    ];
    student.post(&edit, &words).await.leads_to("/work/");
    let section = format!("/definition/{}/section/values", things["definition"]);
    student.post(&section, &[("audience", "me")]).await.leads_to("/student/");
    let conference = planned(&mut student, &things["student"], &[]).await;
    let plan = student.post_and_follow(&format!("{conference}/proposal"), &[]).await.ok();
    plan.dont_see("Fractions, my way").dont_see("shows “").see("A work, and how I got there");
});

promise!(a_school_keeps_plans_to_start_from, |world| {
    let (things, _) = everything(&world).await;
    let mut lead = world.lead().await;
    let template = format!("/plan-template/{}", things["template"]);
    let form = lead.get(&template).await.ok().see("Harvest circle");
    let version = form.hidden("version").expect("a version");
    let fields = |name: &'static str| {
        [
            ("version", version.clone()),
            ("name", name.to_owned()),
            ("form", "walk-through".into()),
            ("language", "es".into()),
            ("name_1", "Bienvenida".into()),
            ("purpose_1", "welcome".into()),
            ("minutes_1", "2".into()),
            ("name_3", "Nuestra milpa <b>".into()),
            ("purpose_3", "work".into()),
            ("minutes_3", "12".into()),
        ]
    };
    fn refs<'a>(fields: &'a [(&'a str, String)]) -> Vec<(&'a str, &'a str)> {
        fields.iter().map(|(name, value)| (*name, value.as_str())).collect()
    }
    lead.post(&template, &refs(&fields("Recorrido"))).await.leads_to("/school/plans");
    // The same form once more is no quarrel; other words made from the old one are.
    lead.post(&template, &refs(&fields("Recorrido"))).await.leads_to("/school/plans");
    lead.post(&template, &refs(&fields("Something else"))).await.is(422).see("Something else").see("It reads now");
    let mut wrong = fields("\u{200B}").to_vec();
    wrong.retain(|(name, _)| *name != "minutes_3" && *name != "form");
    wrong.extend([("minutes_3", "99999999999999999999".to_owned()), ("form", "round".to_owned())]);
    lead.post(&template, &refs(&wrong)).await.is(422).see("Nuestra milpa <b>").see("from 1 to 60");

    let mut student = world.student().await;
    let conference = planned(&mut student, &things["student"], &[]).await;
    let start = format!("{conference}/template");
    let chosen = [("template", things["template"].as_str())];
    student.post_and_follow(&start, &chosen).await.ok().see("Nuestra milpa <b>").see("14 minutes").has_no("milpa <b>");

    let foreign = kinfolio::id::PlanTemplateId::new().to_string();
    let other = planned(&mut student, &things["student"], &[]).await;
    student.post(&format!("{other}/template"), &[("template", &foreign)]).await.is(404);
    student.post(&format!("{other}/template"), &[("template", "x")]).await.is(404);
    lead.post(&format!("{template}/put-away"), &[]).await.leads_to("/school/plans");
    student.get(&other).await.ok().dont_see("Recorrido");
    student.post(&format!("{other}/template"), &chosen).await.is(404);
    lead.post(&format!("{template}/put-away"), &[("back", "yes")]).await.leads_to("/school/plans");
    student.get(&other).await.ok().see("Recorrido");

    // Another school's lead neither sees nor changes it.
    let mut stranger = world.as_(&world.people.other_school_lead).await;
    stranger.get("/school/plans").await.ok().dont_see("Recorrido");
    stranger.get(&template).await.is(404);
    stranger.post(&template, &refs(&fields("Mine now"))).await.is(404);
    stranger.post(&format!("{template}/put-away"), &[]).await.is(404);
    // A form of theirs that carries its id makes nothing.
    let mut theirs = fields("Mine now").to_vec();
    theirs[0] = ("id", things["template"].clone());
    stranger.post("/school/plans/new", &refs(&theirs)).await.is(404);
    lead.get("/school/plans").await.ok().dont_see("Mine now");
});

promise!(the_length_is_said_and_an_interpreter_makes_it_half_as_long_again, |world| {
    let (things, conference) = everything(&world).await;
    let mut student = world.student().await;
    student.get(&conference).await.ok().see("25 minutes").see("That is just what you planned for.");
    let edit = format!("{conference}/edit");
    let version = student.get(&edit).await.ok().hidden("version").expect("a version");
    let facts = |minutes: &str| {
        let facts = [("version", version.as_str()), ("day", "2026-12-03"), ("time", "17:40"), ("form", "circle")];
        let facts = facts.into_iter().chain([("language", "es"), ("interpreter", "yes"), ("minutes", minutes)]);
        facts.map(|(name, value)| (name.to_owned(), value.to_owned())).collect::<Vec<_>>()
    };
    for wrong in ["", "9", "181", "-5", "99999999999999999999", "<b>", "25.5"] {
        student.post(&edit, &with(&facts(wrong), &[])).await.is(422).see("from 10 to 180");
    }
    student.post(&edit, &with(&facts("20"), &[])).await.leads_to(&conference);
    let plan = student.get(&conference).await.ok();
    plan.see("Planned for 20 minutes: 5 minutes more.").see("With the interpreter it takes about 38 minutes in all.");
    student.get(&edit).await.ok().has("value=\"yes\" checked");
    // Who reads at home is told the time, and not that it does not add up.
    world.family().await.get(&conference).await.ok().dont_see("de más");
    let _ = things;
});

promise!(what_no_moment_speaks_for_is_a_nudge_and_so_is_what_speaks_for_none, |world| {
    let (things, conference) = everything(&world).await;
    let mut student = world.student().await;
    let plan = student.get(&conference).await.ok().see("Also in our definition");
    plan.see("These moments show none of our agreed sentences")
        .see("That is fine: a welcome and thanks often show none.");
    let new = format!("{conference}/moment/new?statement={}", things["statement"]);
    let form = student.get(&new).await.ok();
    let id = form.hidden("id").expect("an id");
    let fields = [
        ("id", id.as_str()),
        ("name", "Elders"),
        ("purpose", "own"),
        ("minutes", "3"),
        ("language", "en"),
        ("statements", things["statement"].as_str()),
    ];
    student.post(&format!("{conference}/moment/new"), &fields).await.leads_to(&conference);
    student.get(&conference).await.ok().dont_see("Also in our definition");
    world.family().await.get(&conference).await.ok().dont_see("no hablan de ninguna");
});

promise!(a_moment_says_which_part_is_shown_what_others_do_and_what_helps, |world| {
    let (things, conference) = everything(&world).await;
    let mut student = world.student().await;
    let moment = format!("/moment/{}", things["moment"]);
    let work = things["work"].as_str();
    let fields = moment_fields(&mut student, &moment, "The star").await;
    student.post(&moment, &with(&fields, &[("works", work)])).await.leads_to(&conference);
    let form =
        student.get(&moment).await.ok().see("Of “\u{2068}Fractions, my way\u{2069}”, this part").see("Picture 1");
    // Ways to begin stand in two languages: the moment's and the page's.
    let form = form.see("Elegí esto porque…").see("I chose this because…");
    let version = form.hidden("version").expect("a version");
    let (part, picture) = (format!("part_{work}"), format!("picture_{work}"));
    let more = [
        ("version", version.as_str()),
        ("works", work),
        (part.as_str(), "the third block <script>"),
        (picture.as_str(), things["picture"].as_str()),
        ("others_do", "Abuela holds the block."),
        ("supports", "pictures"),
        ("supports", "telepathy"),
        ("co_speaker", "Rosa Reyes"),
        ("cue_notes", "Hands under legs."),
        ("transcript", "Bienvenidas, dice la grabación."),
    ];
    let opening = a_wav(100);
    let files = [AFile { field: "sound", name: "opening.wav", bytes: &opening }];
    student.post_files(&moment, &with(&fields, &more), &files).await.leads_to(&conference);
    let page = student.get(&conference).await.ok();
    let page =
        page.see("this part: \u{2068}the third block <script>\u{2069}").has_no("<script>").see("Hands under legs.");
    let page = page.see("Abuela holds the block.").see("Picture cues").see("with \u{2068}Rosa Reyes\u{2069}");
    let sound = page.link("/sound/").expect("the opening");
    student.get(&moment).await.ok().has(&format!("value=\"{}\" dir=\"auto\"", things["picture"]));
    for (mut somebody, status) in [
        (world.student().await, 200),
        (world.family().await, 200),
        (world.advisor().await, 200),
        (world.as_(&world.people.classmate).await, 404),
        (world.as_(&world.people.classmates_family).await, 404),
        (world.as_(&world.people.lead).await, 404),
        (world.as_(&world.people.other_school_advisor).await, 404),
    ] {
        somebody.get(&sound).await.is(status);
    }
    world.family().await.get(&conference).await.ok().see("Abuela holds the block.").dont_see("Hands under legs.");

    // A picture of something else is none; what was typed stays.
    let version = student.get(&moment).await.ok().hidden("version").expect("a version");
    let foreign = kinfolio::id::PictureId::new().to_string();
    for picture_id in [foreign.as_str(), "x", "\u{0}"] {
        let more = [
            ("version", version.as_str()),
            ("works", work),
            (part.as_str(), "kept words"),
            (picture.as_str(), picture_id),
            ("others_do", "kept too"),
        ];
        student.post(&moment, &with(&fields, &more)).await.is(422).see("kept words").see("kept too");
    }
});

promise!(a_recorded_opening_survives_a_form_that_comes_again, |world| {
    let (_, conference) = everything(&world).await;
    let mut student = world.student().await;
    let new = format!("{conference}/moment/new");
    let id = student.get(&new).await.ok().hidden("id").expect("an id");
    let fields = [("id", id.as_str()), ("purpose", "own"), ("minutes", "3"), ("language", "en")];
    let opening = a_wav(150);
    let files = [AFile { field: "sound", name: "opening.wav", bytes: &opening }];
    let again = student.post_files(&new, &with(&[], &fields), &files).await.is(422);
    let kept = again.hidden("kept_sound").expect("the recording is carried along");
    let fields = with(&[], &fields);
    let named: Vec<_> = fields.into_iter().chain([("name", "Drum"), ("kept_sound", kept.as_str())]).collect();
    student.post(&new, &named).await.leads_to(&conference);
    let page = student.get(&conference).await.ok().has(&format!("/sound/{kept}"));
    // Somebody else's recording, named in the form, is not found.
    let moment = moment_named(&page, "Drum");
    let mut classmate = world.as_(&world.people.classmate).await;
    classmate.get(&format!("/sound/{kept}")).await.is(404);
    classmate.post(&moment, &[("kept_sound", &kept)]).await.is(404);
    // What is no recording is said so.
    let files = [AFile { field: "sound", name: "opening.wav", bytes: b"not a sound" }];
    let fields = moment_fields(&mut student, &moment, "Drum, louder").await;
    student.post_files(&moment, &with(&fields, &[]), &files).await.is(422).see("Drum, louder");
});

promise!(who_does_what_is_written_down_and_a_child_never_interprets, |world| {
    let (_, conference) = everything(&world).await;
    let mut student = world.student().await;
    let roles = format!("{conference}/roles");
    let form = student.get(&roles).await.ok().see("Never you and never another student").has("<datalist");
    let form = form.has("value=\"Rosa Reyes\"").has("value=\"Thomas Byrne\"").has_no("value=\"Amina Diallo\"");
    let version = form.hidden("version").expect("a version");
    for child in ["Marisol", "marisol REYES", "Amina Diallo", "my friend Yusuf Haddad", "me"] {
        let typed = [("version", version.as_str()), ("interprets", child), ("welcomes", "Abuela <u>")];
        let again = student.post(&roles, &typed).await.is(422);
        again.see("A student is never the interpreter.").see("Abuela <u>").has(&format!("value=\"{child}\""));
    }
    let million = "a".repeat(1_000_000);
    student.post(&roles, &[("version", &version), ("interprets", &million)]).await.is(422);
    let named = [
        ("version", version.as_str()),
        ("interprets", "Lucía Barrera"),
        ("welcomes", "Abuela <u>"),
        ("keeps-time", "Marisol"),
        ("advisor", "Brings the chairs"),
    ];
    student.post(&roles, &named).await.leads_to(&conference);
    student.post(&roles, &named).await.leads_to(&conference);
    let stale = [("version", version.as_str()), ("interprets", "Somebody else")];
    student.post(&roles, &stale).await.is(422).see("Lucía Barrera").see("Somebody else");
    for mut reader in [world.student().await, world.family().await, world.advisor().await] {
        reader.get(&conference).await.ok().see("Lucía Barrera").see("Brings the chairs").has_no("<u>");
    }
});

/// Opens the plan to the advisory, or closes it.
async fn ask_classmates(world: &World, conference: &str, ask: bool) {
    let fields: &[(&str, &str)] = if ask { &[("ask", "yes")] } else { &[] };
    let to = format!("{conference}/classmates");
    world.student().await.post(&to, fields).await.leads_to(&format!("{conference}/talk"));
}

/// Says something about the plan.
async fn comments(world: &World, who: &Person, talk: &str, words: &str) -> Page {
    let mut somebody = world.as_(who).await;
    let id = somebody.get(talk).await.ok().hidden("id").expect("an id");
    let fields = [("id", id.as_str()), ("text", words), ("language", "en")];
    let said = somebody.post(talk, &fields).await;
    // Sent twice, it is said once.
    somebody.post(talk, &fields).await;
    said
}

promise!(advisor_and_family_say_what_they_think_and_those_who_talked_settle_it, |world| {
    let (_, conference) = everything(&world).await;
    let talk = format!("{conference}/talk");
    let people = &world.people;
    comments(&world, &people.advisor, &talk, "Leave a little silence. <b>").await.leads_to(&talk);
    comments(&world, &people.family, &talk, "¿Puedo hablar antes?").await.leads_to(&talk);
    let mut student = world.student().await;
    let page = student.get(&talk).await.ok().see("¿Puedo hablar antes?").see("Rosa Reyes (abuela)");
    assert_eq!(times(&page, "Leave a little silence. &lt;b&gt;"), 1);
    student.get(&conference).await.ok().see("Talk about the plan, last \u{2068}Rosa\u{2069}");
    world.family().await.post(&talk, &[("text", " \u{200B}"), ("language", "es")]).await.is(422);
    let million = "a".repeat(1_000_000);
    world.advisor().await.post(&talk, &[("text", &million), ("language", "en")]).await.is(422);

    let mut other_kin = world.as_(&people.classmates_family).await;
    other_kin.get(&talk).await.is(404);
    world.family().await.post(&talk, &[("settle", "yes")]).await.leads_to(&talk);
    student.get(&talk).await.ok().see("talked about");
    // Nobody who is not talking settles what begins anew.
    comments(&world, &people.student, &talk, "Sí, abuela.").await.leads_to(&talk);
    world.advisor().await.post(&talk, &[("settle", "yes")]).await.is(403);

    // An id that is somebody else's words changes nothing.
    let id = student
        .get(&talk)
        .await
        .ok()
        .text
        .split("id=\"c-")
        .nth(2)
        .and_then(|rest| rest.split('"').next())
        .map(str::to_owned);
    let id = id.expect("an id");
    student.post(&talk, &[("id", &id), ("text", "Not mine"), ("language", "en")]).await.is(404);
    student.get(&talk).await.ok().dont_see("Not mine").see("Leave a little silence.");
});

promise!(classmates_see_the_outline_only_where_they_are_asked_and_nothing_else, |world| {
    let (things, conference) = everything(&world).await;
    let talk = format!("{conference}/talk");
    let people = &world.people;
    let mut student = world.student().await;
    let moment = format!("/moment/{}", things["moment"]);
    let fields = moment_fields(&mut student, &moment, "Bienvenida de todos").await;
    let more = [
        ("works", things["work"].as_str()),
        ("statements", things["statement"].as_str()),
        ("cue_notes", "Hands under legs."),
        ("others_do", "Abuela holds the block."),
    ];
    student.post(&moment, &with(&fields, &more)).await.leads_to(&conference);
    comments(&world, &people.advisor, &talk, "What about the money?").await.leads_to(&talk);

    let mut classmate = world.as_(&people.classmate).await;
    classmate.get(&talk).await.is(404);
    classmate.post(&talk, &[("text", "Hi"), ("language", "en")]).await.is(404);
    classmate.get("/").await.ok().dont_see("asks what you think");
    ask_classmates(&world, &conference, true).await;
    classmate.get("/").await.ok().see("\u{2068}Marisol\u{2069} asks what you think of their plan");
    let page = classmate.get(&talk).await.ok().see("Bienvenida de todos").see("4 minutes").see("A work and its road");
    let page = page.dont_see("Hands under legs.").dont_see("Fractions, my way").dont_see("We look after our elders.");
    page.dont_see("Abuela holds the block.").dont_see("What about the money?").has_no("/work/");
    comments(&world, &people.classmate, &talk, "Begin with the quilt.").await.leads_to(&talk);
    student.get(&talk).await.ok().see("Begin with the quilt.").see("What about the money?");
    for hidden in [conference.clone(), format!("{conference}/print"), format!("{conference}/rehearse"), moment] {
        classmate.get(&hidden).await.is(404);
    }
    for stranger in [&people.other_student, &people.other_advisor, &people.lead, &people.other_school_student] {
        world.as_(stranger).await.get(&talk).await.is(404);
    }
    ask_classmates(&world, &conference, false).await;
    classmate.get(&talk).await.is(404);
    student.get(&talk).await.ok().see("Begin with the quilt.");
});

promise!(what_is_still_open_is_ticked_by_the_student_and_read_by_the_advisor_in_words, |world| {
    let (things, conference) = everything(&world).await;
    let mut student = world.student().await;
    let page = student.get(&conference).await.ok().see("Before the day").see("Tea is ready").see("It begins with tea.");
    page.see("The family speaks before the first work").dont_see("It is clear who interprets");
    let ready = format!("{conference}/ready");
    let item = things["item"].as_str();
    let offered = ["family-knows", "works-at-hand", "who-cannot-come", "promise", item];
    let mut fields: Vec<(&str, &str)> = offered.iter().map(|word| ("offered", *word)).collect();
    // What knows itself, what is unknown and what is another school's cannot be ticked.
    fields.extend([
        ("offered", "rehearsed"),
        ("done", "rehearsed"),
        ("offered", "x"),
        ("done", "x"),
        ("done", "promise"),
    ]);
    student.post(&ready, &fields).await.leads_to(&conference);
    let mut advisor = world.advisor().await;
    let board = advisor.get("/").await.ok().see("Under way. Still open: ").see("It was rehearsed once");
    board.dont_see("%").dont_see("A promise is thought of");
    advisor.get(&conference).await.ok().see("Before the day of \u{2068}Marisol\u{2069}").has_no("name=\"done\"");

    let rehearsal = format!("/rehearsal/{}/moment/1", things["rehearsal"]);
    student.post(&rehearsal, &[("step", "start")]).await.leads_to("/rehearsal/");
    student.post(&rehearsal, &[("step", "stop")]).await.leads_to("/rehearsal/");
    fields.extend(offered.iter().map(|word| ("done", *word)));
    student.post(&ready, &fields).await.leads_to(&conference);
    advisor.get("/").await.ok().see("The plan is ready.").dont_see("Still open");
    // Family is not shown a list of what is missing.
    world.family().await.get(&conference).await.ok().dont_see("Tea is ready");
    world.advisor().await.post(&ready, &fields).await.is(404);
});

promise!(a_school_shapes_the_list_in_its_languages, |world| {
    let (things, conference) = everything(&world).await;
    let mut lead = world.lead().await;
    let item = format!("/readiness/{}", things["item"]);
    let version = lead.get(&item).await.ok().hidden("version").expect("a version");
    let words = [("version", version.as_str()), ("what_en", "Tea <b>"), ("why_en", "So we begin.")];
    let words: Vec<_> = words.into_iter().chain([("what_es", "Hay té"), ("why_es", "Así empezamos.")]).collect();
    lead.post(&item, &words).await.leads_to("/school/readiness");
    lead.post(&item, &words).await.leads_to("/school/readiness");
    let other = [("version", version.as_str()), ("what_en", "Coffee"), ("why_en", "No.")];
    lead.post(&item, &other).await.is(422).see("Coffee").see("Tea <b>");
    lead.post(&item, &[("version", "2"), ("what_en", "Tea"), ("why_en", " ")]).await.is(422);
    let million = "a".repeat(1_000_000);
    lead.post(&item, &[("version", "2"), ("what_en", &million), ("why_en", &million)]).await.is(422);
    world.student().await.get(&conference).await.ok().see("Tea <b>").has_no("Tea <b>");
    let mut reading = world.student().await.reading("es");
    reading.post("/language", &[("language", "es")]).await;
    reading.get(&conference).await.ok().see("Así empezamos.");

    lead.post("/readiness/promise/put-away", &[]).await.leads_to("/school/readiness");
    world.student().await.get(&conference).await.ok().dont_see("A promise is thought of");
    lead.post("/readiness/promise/put-away", &[("back", "yes")]).await.leads_to("/school/readiness");
    let own = lead.get("/school/readiness/new?from=promise").await.ok().see("A promise is thought of");
    let id = own.hidden("id").expect("an id");
    let new =
        [("id", id.as_str()), ("instead", "promise"), ("what_en", "We know what we promise"), ("why_en", "It helps.")];
    lead.post("/school/readiness/new", &new).await.leads_to("/school/readiness");
    lead.post("/school/readiness/new", &new).await.leads_to("/school/readiness");
    let page = world.student().await.get(&conference).await.ok().dont_see("A promise is thought of");
    assert_eq!(times(&page, "We know what we promise"), 1);
    lead.post("/readiness/x/put-away", &[]).await.is(404);

    let mut stranger = world.as_(&world.people.other_school_lead).await;
    stranger.get(&item).await.is(404);
    stranger.post(&format!("{item}/put-away"), &[]).await.is(404);
    stranger.post("/school/readiness/new", &new).await.is(404);
    stranger.get("/school/readiness").await.ok().dont_see("We know what we promise");
});

promise!(the_plan_on_paper_is_whole_and_cue_notes_are_on_the_students_alone, |world| {
    let (things, conference) = everything(&world).await;
    let mut student = world.student().await;
    let moment = format!("/moment/{}", things["moment"]);
    let fields = moment_fields(&mut student, &moment, "La estrella").await;
    let part = format!("part_{}", things["work"]);
    let more = [
        ("works", things["work"].as_str()),
        (part.as_str(), "the third block"),
        ("statements", things["statement"].as_str()),
        ("cue_notes", "Hands under legs."),
    ];
    student.post(&moment, &with(&fields, &more)).await.leads_to(&conference);
    let roles = format!("{conference}/roles");
    student.post(&roles, &[("version", "1"), ("takes-notes", "tía Rebe")]).await.leads_to(&conference);
    let paper = format!("{conference}/print");
    let own = student.get(&paper).await.ok().see("La estrella").see("Hands under legs.").has_no("<script");
    let own = own.see("We look after our elders.").see("Fractions, my way").see("the third block").see("tía Rebe");
    own.see("Tres promesas y gracias").see("Room 204");
    for mut reader in [world.family().await, world.advisor().await] {
        reader.get(&paper).await.ok().see("La estrella").dont_see("Hands under legs.");
    }
});
