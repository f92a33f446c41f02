//! Adding work: in two taps, with what is still open said kindly, pictures that speak to everyone, and drafts that are
//! saved while they are typed.

use kinfolio::id::WorkId;
use kinfolio::store::one;

use crate::promise;
use crate::work::{Written, a_jpeg, a_target, a_work, pictures_on};
use crate::world::{AFile, Page, Visitor, World};

fn file<'a>(name: &'a str, bytes: &'a [u8]) -> AFile<'a> {
    AFile { field: "pictures", name, bytes }
}

/// Sends files from the big button, and gives where that leads, without what the page then says.
async fn added(who: &mut Visitor<'_>, id: &WorkId, files: &[AFile<'_>]) -> String {
    let answer = who.post_files("/work/quick", &[("id", id.as_str())], files).await;
    let to = answer.goes_to().unwrap_or_else(|| panic!("{} leads nowhere:\n{}", answer.status, answer.text));
    to.split('?').next().unwrap_or_default().to_owned()
}

async fn works_of(world: &World) -> i64 {
    let mut conn = world.services.db.read().await.expect("a connection");
    let count: Result<(i64,), _> =
        one!(&mut conn, "SELECT count(*) FROM work WHERE student_id = $1", &world.people.student.id);
    count.expect("a number").0
}

promise!(a_picture_becomes_a_work_with_a_title_that_nobody_else_sees, |world| {
    let mut student = world.student().await;
    for place in ["/", "/work", "/work/quick"] {
        student.get(place).await.ok().has("action=\"/work/quick\"").see("Take a picture or choose files");
    }
    let (id, picture) = (WorkId::new(), a_jpeg(10));
    let page =
        student.post_files("/work/quick", &[("id", id.as_str())], &[file("My volcano poster.jpg", &picture)]).await;
    let page = student.get(&page.goes_to().expect("it leads on")).await.ok();
    let page = page.see("Added. Only you can see it so far.").see("My volcano poster").see("You can still add");
    assert_eq!(page.path.split('?').next(), Some(format!("/work/{id}").as_str()));
    assert_eq!(pictures_on(&page).len(), 1);
    let picture = pictures_on(&page).remove(0);
    for somebody in [&world.people.family, &world.people.advisor, &world.people.classmate] {
        world.as_(somebody).await.get(&format!("/work/{id}")).await.is(404);
        world.as_(somebody).await.get(&format!("/picture/{picture}/320")).await.is(404);
    }
});

promise!(a_picture_that_a_camera_named_is_called_after_the_day, |world| {
    let mut student = world.student().await;
    let (id, picture) = (WorkId::new(), a_jpeg(10));
    let page = added(&mut student, &id, &[file("IMG_1234.jpg", &picture)]).await;
    let today = world.services.clock.now().in_zone("America/New_York").strftime("%A, %B %-d").to_string();
    student.get(&page).await.ok().see(&today).dont_see("IMG_1234");
    // The first name that says something.
    let (id, other) = (WorkId::new(), a_jpeg(90));
    let page = added(&mut student, &id, &[file("image.jpg", &picture), file("our_quilt (2).png", &other)]).await;
    student.get(&page).await.ok().see("our quilt").dont_see("our_quilt");
});

promise!(sending_it_twice_makes_one_work, |world| {
    let student = world.student().await;
    let (id, picture) = (WorkId::new(), a_jpeg(10));
    let clicks = vec![student.clone(); 4].into_iter().map(|mut student| {
        let (id, picture) = (id.clone(), picture.clone());
        async move { added(&mut student, &id, &[file("quilt.jpg", &picture)]).await }
    });
    for page in futures::future::join_all(clicks).await {
        assert_eq!(page, format!("/work/{id}"));
    }
    assert_eq!(works_of(&world).await, 1);
    let page = student.clone().get(&format!("/work/{id}")).await.ok();
    assert_eq!(pictures_on(&page).len(), 1);
});

promise!(nothing_chosen_is_said_kindly_and_begins_nothing, |world| {
    let mut student = world.student().await;
    let id = WorkId::new();
    student.post("/work/quick", &[("id", id.as_str())]).await.is(422).see("Nothing was chosen yet.");
    student.post_files("/work/quick", &[("id", id.as_str())], &[file("", b"")]).await.is(422).see("Nothing was chosen");
    let page = student.post_files("/work/quick", &[], &[file("song.exe", b"\0\x01MZ\0")]).await.is(422);
    page.see("song.exe").has("action=\"/work/quick\"");
    assert_eq!(works_of(&world).await, 0);
});

promise!(a_file_that_cannot_be_taken_is_named_and_the_others_are_kept, |world| {
    let mut student = world.student().await;
    let (id, picture) = (WorkId::new(), a_jpeg(10));
    let files = [file("../../song <b>.exe", b"\0\x01MZ\0"), file("quilt.jpg", &picture)];
    let page = student.post_files("/work/quick", &[("id", id.as_str())], &files).await.is(422);
    page.see("song <b>.exe").has_no("song <b>").has("value=\"quilt\"");
    assert_eq!(pictures_on(&student.get(&format!("/work/{id}")).await.ok()).len(), 1);
});

promise!(nobody_begins_a_work_in_somebody_elses_name, |world| {
    let (theirs, _) = a_work(&world, "Half of the garden").await;
    let picture = a_jpeg(10);
    for person in [&world.people.classmate, &world.people.other_student, &world.people.other_school_student] {
        let mut other = world.as_(person).await;
        other.post_files("/work/quick", &[("id", &theirs.id)], &[file("a quilt.jpg", &picture)]).await.is(404);
    }
    for person in [&world.people.family, &world.people.advisor, &world.people.lead] {
        let mut other = world.as_(person).await;
        other.post_files("/work/quick", &[], &[file("a quilt.jpg", &picture)]).await.is(403);
    }
    let page = world.student().await.get(&theirs.page()).await.ok().dont_see("a quilt");
    assert!(pictures_on(&page).is_empty());
    let odd = [("id", "' OR 1=1 --")];
    let answer = world.student().await.post_files("/work/quick", &odd, &[file("a quilt.jpg", &picture)]).await;
    assert!(answer.goes_to().is_some(), "a form without an id of its own begins a work all the same");
});

promise!(a_page_left_open_for_months_adds_another_work, |world| {
    let mut student = world.student().await;
    let (id, picture, other) = (WorkId::new(), a_jpeg(10), a_jpeg(200));
    let target = a_target(&world, "I can halve anything").await;
    let page = added(&mut student, &id, &[file("quilt.jpg", &picture)]).await;
    let work = Written::new("Quilt").with("id", id.as_str()).with("target", &target);
    let version = student.get(&format!("{page}/edit")).await.hidden("version").unwrap();
    let mut fields = work.fields();
    fields.extend([("version", version.as_str()), ("keep", "yes")]);
    student.post(&format!("{page}/edit"), &fields).await;
    student.post(&format!("{page}/check"), &[]).await;
    let second = added(&mut student, &id, &[file("my second quilt.jpg", &other)]).await;
    assert_ne!(second, page, "what somebody answers stays as it is");
    student.get(&second).await.ok().see("my second quilt");
    student.get(&format!("{page}/revision/2")).await.is(404);
});

promise!(what_is_open_leads_to_the_place_where_it_is_said, |world| {
    let mut student = world.student().await;
    a_target(&world, "I can say it in words").await;
    let (id, picture) = (WorkId::new(), a_jpeg(10));
    let page = added(&mut student, &id, &[file("quilt.jpg", &picture)]).await;
    let shown = student.get(&page).await.ok();
    for place in ["/describe", "/edit#field-target", "/edit#field-reflection", "/edit#field-audience"] {
        assert!(shown.text.contains(&format!("{page}{place}")), "{place}");
    }
    let form = student.get(&format!("{page}/edit")).await.ok();
    form.has("id=\"field-target\"").has("id=\"field-reflection\"").has("id=\"field-audience\"");
    student
        .get("/work")
        .await
        .ok()
        .see("Still open: what the pictures show, what it shows you can do, how it came to be");
    // Never for anybody else, and never where nothing is open.
    let (work, _) = a_work(&world, "Half of the garden").await;
    world.advisor().await.get(&work.page()).await.ok().dont_see("You can still add");
    let whole = work.with("reflection", "I learned it from my aunt.");
    whole.changed(&mut student, "keep").await.leads_to(&whole.page());
    student.get(&whole.page()).await.ok().dont_see("You can still add");
});

async fn shown_to_family(world: &World) -> (Written, Page, String) {
    let mut student = world.student().await;
    let work = Written::new("Garden").with("keep", "yes");
    let (one, other) = (a_jpeg(10), a_jpeg(240));
    let files = [file("one.jpg", &one), file("other.jpg", &other)];
    let answer = student.post_files("/work/new", &work.fields(), &files).await;
    let asked = answer.goes_to().expect("it is saved");
    (work, answer, asked)
}

promise!(pictures_that_others_look_at_are_asked_about_and_the_work_is_saved_all_the_same, |world| {
    let (work, _, asked) = shown_to_family(&world).await;
    assert_eq!(asked, work.at("describe"));
    let mut student = world.student().await;
    let page = student.get(&asked).await.ok().see("2 pictures have no words yet").see("It is only decoration");
    world.family().await.get(&work.page()).await.ok();
    let [first, second] = &pictures_on(&page)[..] else { panic!("two pictures") };
    let (one, other) = (format!("describe-{first}"), format!("describe-{second}"));
    let words = [(one.as_str(), "Two beds <in the> shade"), (other.as_str(), "\u{200B}"), ("decoration", second)];
    student.post(&asked, &words).await.leads_to(&work.page());
    student.get(&work.page()).await.ok().dont_see("What the picture shows").see("Two beds <in the> shade");
    // The answer stands: saving again asks nothing, and it can be taken back.
    work.changed(&mut student, "keep").await.leads_to(&work.page());
    student.get(&asked).await.ok().has("checked");
    student.post(&asked, &[(one.as_str(), "Two beds"), (other.as_str(), "")]).await;
    assert_eq!(work.changed(&mut student, "keep").await.goes_to(), Some(asked));
});

promise!(nobody_is_asked_about_pictures_before_others_look, |world| {
    let mut student = world.student().await;
    let picture = a_jpeg(10);
    for audience in ["me", "advisor"] {
        let work = Written::new("Garden").with("audience", audience).with("keep", "yes");
        student.post_files("/work/new", &work.fields(), &[file("a.jpg", &picture)]).await.leads_to(&work.page());
        let wider = work.with("audience", "conference");
        assert_eq!(wider.changed(&mut student, "keep").await.goes_to(), Some(wider.at("describe")));
    }
});

promise!(words_for_pictures_are_their_students_alone_and_hold_nothing_odd, |world| {
    let (work, _, asked) = shown_to_family(&world).await;
    let mut student = world.student().await;
    let pictures = pictures_on(&student.get(&asked).await.ok());
    let (name, million) = (format!("describe-{}", pictures[0]), "a".repeat(1_000_000));
    for person in [&world.people.family, &world.people.advisor, &world.people.classmate, &world.people.lead] {
        let mut other = world.as_(person).await;
        other.get(&asked).await.is(404);
        other.post(&asked, &[(&name, "Theirs")]).await.is(404);
    }
    let page = student.post(&asked, &[(&name, &million), ("decoration", "not an id")]).await.is(422);
    assert!(page.text.contains(&million), "what was typed stays");
    // A picture of somebody else's, in a form of one's own.
    let mut other = world.as_(&world.people.classmate).await;
    let (mine, picture) = (WorkId::new(), a_jpeg(90));
    let page = added(&mut other, &mine, &[file("mine.jpg", &picture)]).await;
    let foreign = [(name.as_str(), "Theirs"), ("decoration", pictures[0].as_str())];
    other.post(&format!("{page}/describe"), &foreign).await;
    student.get(&work.page()).await.ok().dont_see("Theirs").see("What 2 pictures show");
});

/// What the page sends while somebody types.
async fn typed(who: &mut Visitor<'_>, work: &Written, version: Option<&str>) -> Page {
    let mut fields = work.fields();
    fields.extend(version.map(|version| ("version", version)));
    who.post(&work.at("draft"), &fields).await
}

fn version_in(page: &Page) -> String {
    page.text.lines().next().unwrap_or_default().to_owned()
}

promise!(a_draft_is_saved_while_it_is_typed, |world| {
    let mut student = world.student().await;
    let work = Written::new("Gar");
    let first = typed(&mut student, &work, None).await.ok();
    assert_eq!(first.text.lines().count(), 2, "the version, and the time: {}", first.text);
    let work = work.with("title", "Garden");
    let second = typed(&mut student, &work, Some(&version_in(&first))).await.ok();
    student.get(&work.at("edit")).await.ok().has("value=\"Garden\"").see("At first I only counted");
    // The answer got lost, and the same is sent again from the same version.
    let again = typed(&mut student, &work, Some(&version_in(&first))).await.ok();
    assert_ne!(version_in(&again), version_in(&second));
    // And the form itself goes on from there.
    let mut fields = work.fields();
    let version = version_in(&again);
    fields.extend([("version", version.as_str()), ("keep", "yes")]);
    student.post("/work/new", &fields).await.leads_to(&work.page());
});

promise!(a_draft_written_over_something_newer_changes_nothing, |world| {
    let mut student = world.student().await;
    let work = Written::new("Garden");
    typed(&mut student, &work, None).await.ok();
    let work = work.with("text", "Other words");
    typed(&mut student, &work, Some("0")).await.is(409).see("saved from another window");
    typed(&mut student, &work, None).await.is(409);
    student.get(&work.at("edit")).await.ok().see("At first I only counted").dont_see("Other words");
});

promise!(what_others_see_does_not_change_while_somebody_types, |world| {
    let mut student = world.student().await;
    let (work, _) = a_work(&world, "Half of the garden").await;
    let version = student.get(&work.at("edit")).await.hidden("version").unwrap();
    let work = work.with("text", "Half a sen");
    typed(&mut student, &work, Some(&version)).await.is(409).see("others may see it");
    world.family().await.get(&work.page()).await.ok().dont_see("Half a sen");
});

promise!(a_draft_is_typed_by_its_own_student_and_takes_what_fits, |world| {
    let mut student = world.student().await;
    let work = Written::new("Garden");
    typed(&mut student, &work, None).await.ok();
    for person in [&world.people.classmate, &world.people.other_student, &world.people.other_school_student] {
        typed(&mut world.as_(person).await, &work, Some("1")).await.is(404);
        world.as_(person).await.post(&work.at("draft"), &[]).await.is(404);
    }
    for person in [&world.people.advisor, &world.people.family, &world.people.lead] {
        typed(&mut world.as_(person).await, &work, Some("1")).await.is(403);
    }
    typed(&mut world.visitor(), &work, Some("1")).await.is(401);
    student.post_from_elsewhere(&work.at("draft"), &work.fields()).await.is(403);
    let long = "a".repeat(1_000_000);
    let too_long = Written::new(&long);
    typed(&mut student, &too_long, None).await.is(422);
    student.get(&too_long.at("edit")).await.is(404);
    let odd = Written::new("Gar\u{0}den <script>").with("form", "dance").with("audience", "everyone");
    typed(&mut student, &odd, Some("9223372036854775808")).await.ok();
    student.get(&odd.at("edit")).await.ok().see("Garden <script>").has_no("<script>Gar");
    let nothing = Written::new("\u{200B}").with("text", " ");
    student.post(&nothing.at("draft"), &[("form", "making")]).await.is(404);
});
