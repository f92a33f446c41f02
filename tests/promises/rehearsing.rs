//! Rehearsing: minutes measured by posts alone, notes that become cues, a recording that is the student's, and a partner
//! who hears the substance.

use crate::promise;
use crate::things::{a_film, a_wav, one_of_everything};
use crate::work::Written;
use crate::world::{AFile, World};

const MINUTE: i64 = 60_000;

/// The conference of one of everything, and its run-through that has begun.
async fn begun(world: &World) -> (String, String) {
    let things = one_of_everything(world).await;
    (format!("/conference/{}", things["conference"]), format!("/rehearsal/{}", things["rehearsal"]))
}

/// Goes through a moment in so many minutes.
async fn spoken(world: &World, moment: &str, minutes: i64) {
    let mut student = world.student().await;
    student.post(moment, &[("step", "start")]).await.leads_to(moment);
    world.services.clock.move_on(minutes * MINUTE);
    student.post(moment, &[("step", "stop")]).await.leads_to(moment);
}

promise!(a_run_through_measures_each_moment_and_the_plan_takes_its_minutes_over, |world| {
    let (conference, run) = begun(&world).await;
    let mut student = world.student().await;
    student.get(&format!("{conference}/rehearse")).await.ok().see("Begin a run-through").see("Earlier run-throughs");
    let first = format!("{run}/moment/1");
    student
        .get(&first)
        .await
        .ok()
        .see("Moment 1 of 7")
        .see("2 minutes for this")
        .has("value=\"start\"")
        .has_no("<script");
    spoken(&world, &first, 4).await;
    student.get(&first).await.ok().see("It took 4 minutes: 2 minutes longer than planned.").see("How did it feel?");
    // Buttons that are pressed twice change nothing; once more begins anew.
    student.post(&first, &[("step", "stop")]).await.leads_to(&first);
    let second = format!("{run}/moment/2");
    student.post(&second, &[("step", "start")]).await.leads_to(&second);
    world.services.clock.move_on(MINUTE);
    student.post(&second, &[("step", "start")]).await.leads_to(&second);
    world.services.clock.move_on(2 * MINUTE);
    student.post(&second, &[("step", "stop")]).await.leads_to(&second);
    student.get(&second).await.ok().see("It took 3 minutes, as planned.");
    let summary = student.get(&run).await.ok().see("It took 4 minutes").see("You have not gone through every moment.");
    let summary = summary.see("Planned for 9 minutes. Not gone through this time.");
    assert!(!summary.words().contains('%'), "{}", summary.words());

    student.post(&format!("{run}/minutes"), &[]).await.leads_to(&conference);
    student.get(&conference).await.ok().see("27 minutes").see("Planned for 25 minutes: 2 minutes more.");
    student.post(&format!("{run}/minutes"), &[]).await.leads_to(&conference);
    student.get(&conference).await.ok().see("27 minutes");
});

promise!(a_clock_that_was_forgotten_overnight_is_no_trouble, |world| {
    let (conference, run) = begun(&world).await;
    let first = format!("{run}/moment/1");
    spoken(&world, &first, 24 * 60).await;
    let mut student = world.student().await;
    student.get(&run).await.ok();
    student.post(&format!("{run}/minutes"), &[]).await.leads_to(&conference);
    // No moment gets longer than one can be.
    student.get(&conference).await.ok().see("83 minutes");
});

promise!(a_note_goes_to_the_cues_when_the_student_says_so_and_once, |world| {
    let (conference, run) = begun(&world).await;
    let (first, second) = (format!("{run}/moment/1"), format!("{run}/moment/2"));
    spoken(&world, &first, 2).await;
    let mut student = world.student().await;
    let note = [("step", "keep"), ("felt", "too-long"), ("note", "Say less about pizzas. <b>")];
    student.post(&first, &note).await.leads_to(&second);
    student.get(&conference).await.ok().dont_see("Say less about pizzas.");
    student.get(&run).await.ok().see("Say less about pizzas. <b>").see("Too long");
    let note: Vec<_> = note.into_iter().chain([("to_cues", "yes")]).collect();
    for _ in 0..2 {
        student.post(&first, &note).await.leads_to(&second);
    }
    let page = student.get(&conference).await.ok();
    assert_eq!(page.text.matches("Say less about pizzas. &lt;b&gt;").count(), 1);
    world.family().await.get(&conference).await.ok().dont_see("Say less about pizzas.");
    let million = "a".repeat(1_000_000);
    student.post(&first, &[("step", "keep"), ("note", &million)]).await.is(422);
    // A note for a moment that is in the plan no more stays with the run-through.
    let moment = page.link("/moment/").expect("a moment");
    student.post(&format!("{moment}/remove"), &[]).await.leads_to(&conference);
    student.get(&first).await.ok().see("This moment is not in your plan any more.");
    student.post(&first, &[("step", "keep"), ("note", "Gone"), ("to_cues", "yes")]).await.leads_to(&second);
    student.get(&run).await.ok().see("Gone");
    student.post(&format!("{run}/minutes"), &[]).await.leads_to(&conference);
});

promise!(odd_addresses_and_steps_of_a_run_through_are_no_trouble, |world| {
    let (_, run) = begun(&world).await;
    let mut student = world.student().await;
    for odd in ["0", "8", "99999999999999999999999", "-1", "x"] {
        student.get(&format!("{run}/moment/{odd}")).await.is(404);
        student.post(&format!("{run}/moment/{odd}"), &[("step", "start")]).await.is(404);
    }
    let first = format!("{run}/moment/1");
    student.post(&first, &[("step", "<script>")]).await.leads_to(&first);
    student.post(&first, &[("step", "stop")]).await.leads_to(&first);
    student.get(&first).await.ok().has("value=\"start\"");
});

promise!(a_run_through_is_the_students_alone, |world| {
    let (conference, run) = begun(&world).await;
    let people = &world.people;
    for other in [&people.advisor, &people.family, &people.classmate, &people.lead, &people.other_school_student] {
        let mut other = world.as_(other).await;
        for page in
            [run.clone(), format!("{run}/moment/1"), format!("{run}/feedback"), format!("{conference}/rehearse")]
        {
            other.get(&page).await.is(404);
        }
        other.post(&format!("{run}/minutes"), &[]).await.is(404);
    }
    // An id of a run-through of somebody else begins nothing.
    let id = run.trim_start_matches("/rehearsal/");
    let mut classmate = world.as_(&people.classmate).await;
    classmate.post(&format!("{conference}/rehearse"), &[("id", id)]).await.is(404);
});

promise!(a_recording_is_heard_by_nobody_else_until_the_student_says_so, |world| {
    let (conference, run) = begun(&world).await;
    let mut student = world.student().await;
    let to = format!("{run}/recording");
    let wav = a_wav(120);
    let files = [AFile { field: "sound", name: "run.wav", bytes: &wav }];
    let again = student.post_files(&to, &[("heard_by", "everybody"), ("transcript", "Hola a todas.")], &files).await;
    let kept = again.is(422).see("Hola a todas.").hidden("kept_sound").expect("the recording is carried along");
    let sound = format!("/sound/{kept}");
    for (heard_by, advisor, family) in [("me", 404, 404), ("advisor", 200, 404), ("family", 200, 200), ("me", 404, 404)]
    {
        let fields = [("heard_by", heard_by), ("kept_sound", kept.as_str()), ("transcript", "Hola a todas.")];
        student.post(&to, &fields).await.leads_to(&run);
        student.get(&sound).await.ok();
        world.advisor().await.get(&sound).await.is(advisor);
        world.family().await.get(&sound).await.is(family);
        let page = world.family().await.get(&conference).await.ok();
        assert_eq!(page.text.contains(&sound), family == 200, "{heard_by}");
        for stranger in [&world.people.classmate, &world.people.classmates_family, &world.people.lead] {
            world.as_(stranger).await.get(&sound).await.is(404);
        }
    }
    student.post(&to, &[("heard_by", "conference"), ("kept_sound", &kept)]).await.is(422);
    // A recording that somebody else brought is not found through this form.
    let mut advisor = world.advisor().await;
    advisor.post(&to, &[("heard_by", "family"), ("kept_sound", &kept)]).await.is(404);
});

promise!(a_video_of_a_run_through_is_a_work_and_seen_where_both_are, |world| {
    let (conference, run) = begun(&world).await;
    let mut student = world.student().await;
    student.get(&run).await.ok().see("You can film yourself too.").has_no("name=\"film\"");
    let work = Written::new("Me, rehearsing");
    let (fields, bytes) = (work.clone().with("keep", "yes"), a_film());
    let files = [AFile { field: "pictures", name: "run.mp4", bytes: &bytes }];
    student.post_files("/work/new", &fields.fields(), &files).await.leads_to(&work.page());
    let to = format!("{run}/recording");
    student.get(&run).await.ok().see("Me, rehearsing").has_no("<video");
    student.post(&to, &[("heard_by", "me"), ("film", &work.id)]).await.leads_to(&run);
    let file = film_address(&student.get(&run).await.ok().text);
    // Two routes, both the student's: who hears the run-through, and who sees the work.
    for (heard_by, seen_by, family) in
        [("me", "family", false), ("family", "me", false), ("family", "family", true), ("advisor", "family", false)]
    {
        student.post(&to, &[("heard_by", heard_by), ("film", &work.id)]).await.leads_to(&run);
        work.clone().with("audience", seen_by).changed(&mut student, "keep").await.leads_to(&work.page());
        let page = world.family().await.get(&conference).await.ok();
        assert_eq!(page.text.contains(&file), family, "heard by {heard_by}, seen by {seen_by}");
    }
    // Nothing but a work of one's own that holds a video.
    let song = Written::new("A song without pictures");
    song.sent(&mut student, "keep").await.leads_to(&song.page());
    for odd in [song.id.as_str(), "<script>", "00000000-0000-7000-8000-000000000000"] {
        student.post(&to, &[("heard_by", "me"), ("film", odd)]).await.is(422).has_no("<script>");
    }
    student.post(&to, &[("heard_by", "me"), ("film", "")]).await.leads_to(&run);
    student.get(&run).await.ok().has_no("<video");
});

fn film_address(page: &str) -> String {
    let video = page.split_once("<video").expect("a video").1;
    let from = video.split_once("/file/").expect("its address").1;
    format!("/file/{}", from.split('"').next().expect("its end"))
}

promise!(a_partner_who_was_asked_says_what_they_heard_and_sees_the_outline_alone, |world| {
    let (conference, run) = begun(&world).await;
    let people = &world.people;
    let mut student = world.student().await;
    let ask = format!("{run}/partner");
    for nobody in [&people.other_student, &people.advisor, &people.other_school_student, &people.student] {
        student.post(&ask, &[("partner", nobody.id.as_str())]).await.is(422);
    }
    student.post(&ask, &[("partner", "<script>")]).await.is(422);
    let feedback = format!("{run}/feedback");
    let mut partner = world.as_(&people.classmate).await;
    partner.get(&feedback).await.is(404);
    student.post(&ask, &[("partner", people.classmate.id.as_str())]).await.leads_to(&run);
    partner.get("/").await.ok().see("\u{2068}Marisol\u{2069} asks you to listen to a run-through");
    let form = partner.get(&feedback).await.ok().see("Only about what is said").see("9 minutes");
    let form = form.dont_see("We look after our elders.").has_no("/work/");
    let id = form.hidden("id").expect("an id");
    let said =
        [("id", id.as_str()), ("starter", "stayed"), ("text", "That eleven is not eleven. <b>"), ("language", "en")];
    for _ in 0..2 {
        partner.post(&feedback, &said).await.leads_to(&feedback);
    }
    let page = student.get(&run).await.ok().see("What stayed with me…").see("Amina Diallo");
    assert_eq!(page.text.matches("That eleven is not eleven. &lt;b&gt;").count(), 1);
    partner.get("/").await.ok().dont_see("asks you to listen");
    let wrong = [("starter", "posture"), ("text", "Stand straight."), ("language", "en")];
    partner.post(&feedback, &wrong).await.is(422).see("Stand straight.");
    partner.get(&run).await.is(404);
    partner.get(&conference).await.is(404);
    // Asked no more, the door is closed; what was said stays.
    student.post(&ask, &[("partner", "")]).await.leads_to(&run);
    partner.get(&feedback).await.is(404);
    partner.post(&feedback, &said).await.is(404);
    student.get(&run).await.ok().see("That eleven is not eleven.");
});
