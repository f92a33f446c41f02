//! The road: versions compared, and shown to others only where the student shows it.

use super::feedback::given;
use crate::promise;
use crate::things::{a_jpeg, a_wav, one_of_everything};
use crate::work::{Written, a_work};
use crate::world::{AFile, World};

async fn with_a_revision(world: &World) -> Written {
    let (work, _) = a_work(world, "Half of the garden").await;
    given(world, &work, &[]).await.1.leads_to(&work.page());
    let mut student = world.student().await;
    let revision = student.get(&work.at("revision/new")).await.hidden("id").unwrap();
    let words =
        [("id", revision.as_str()), ("text", "At first I only counted the **seeds**. <script>alert(1)</script>")];
    student.post(&work.at("revision/new"), &words).await.leads_to(&work.page());
    work
}

promise!(two_versions_stand_word_by_word_or_side_by_side, |world| {
    let work = with_a_revision(&world).await;
    for mut visitor in [world.student().await, world.advisor().await, world.family().await] {
        let page = visitor.get(&work.at("compare")).await.ok().has("<del>").has("<ins>").see("seeds");
        page.has_no("<script");
        let page = visitor.get(&work.at("compare?from=1&to=2&view=beside")).await.ok().see("counted the beds.");
        page.has("<strong>seeds</strong>").has_no("<script");
    }
    let mut student = world.student().await;
    for odd in
        ["from=9&to=-1", "from=9223372036854775808&to=x", "from=2&to=1", "view=%3Cscript%3E", "from=2&to=2", "%00"]
    {
        student.get(&work.at(&format!("compare?{odd}"))).await.ok().has_no("<script");
    }
    let single = Written::new("Another");
    single.sent(&mut student, "keep").await.leads_to(&single.page());
    student.get(&single.at("compare")).await.ok().see("There is one version so far");
});

promise!(only_the_result_is_shown_where_the_student_says_so, |world| {
    let work = with_a_revision(&world).await;
    let mut family = world.family().await;
    family.get(&work.page()).await.ok().see("The map is clear.");
    family.get(&work.at("revision/1")).await.ok();
    let mut student = world.student().await;
    student.post(&work.at("road"), &[("shows", "result")]).await.leads_to(&work.page());
    family.get(&work.page()).await.ok().see("seeds").dont_see("The map is clear.").has_no("class=\"road\"");
    family.get(&work.at("revision/1")).await.is(404);
    family.get(&work.at("compare")).await.is(404);
    family.get(&work.at("revision/2")).await.ok();
    for mut visitor in [world.student().await, world.advisor().await] {
        visitor.get(&work.page()).await.ok().see("The map is clear.");
        visitor.get(&work.at("compare")).await.ok();
    }
    student.post(&work.at("road"), &[("shows", "everything<")]).await.leads_to(&work.page());
    family.get(&work.at("compare")).await.is(404);
    student.post(&work.at("road"), &[("shows", "road")]).await.leads_to(&work.page());
    family.get(&work.page()).await.see("The map is clear.");
    for person in [&world.people.advisor, &world.people.family, &world.people.classmate] {
        world.as_(person).await.post(&work.at("road"), &[("shows", "result")]).await.is(404);
    }
});

promise!(pictures_and_sounds_of_a_version_that_is_not_shown_are_not_there_for_others, |world| {
    let (work, _) = a_work(&world, "Half of the garden").await;
    let mut student = world.student().await;
    let (photo, sound) = (a_jpeg(64, 48), a_wav(200));
    let files = [("garden.jpg", &photo), ("song.wav", &sound)];
    let files = files.map(|(name, bytes)| AFile { field: "pictures", name, bytes });
    student.post_files(&work.at("pictures"), &[], &files).await;
    let page = student.get(&work.page()).await.ok();
    let of_first = [page.link("/picture/").expect("a picture"), page.link("/file/").expect("a sound")];
    given(&world, &work, &[]).await.1.leads_to(&work.page());
    student.post(&work.at("peers/ask"), &[("question", ""), ("question_language", "en")]).await.leads_to(&work.page());
    let revision = student.get(&work.at("revision/new")).await.hidden("id").unwrap();
    let ids: Vec<&str> = of_first.iter().filter_map(|address| address.split('/').nth(2)).collect();
    let without = [("id", revision.as_str()), ("text", "In words only."), ("take_out", ids[0]), ("take_out", ids[1])];
    student.post(&work.at("revision/new"), &without).await.leads_to(&work.page());
    let mut family = world.family().await;
    let mut classmate = world.as_(&world.people.classmate).await;
    for address in &of_first {
        family.get(address).await.ok();
        classmate.get(address).await.is(404);
    }
    student.post(&work.at("road"), &[("shows", "result")]).await.leads_to(&work.page());
    for address in &of_first {
        family.get(address).await.is(404);
        classmate.get(address).await.is(404);
        for mut visitor in [world.student().await, world.advisor().await] {
            visitor.get(address).await.ok();
        }
    }
});

promise!(a_conference_shows_the_road_only_where_the_student_does, |world| {
    let conference = format!("/conference/{}", one_of_everything(&world).await["conference"]);
    let work = with_a_revision(&world).await;
    let mut student = world.student().await;
    let moment = [("name", "The garden"), ("purpose", "work"), ("minutes", "4"), ("language", "en")];
    let moment = [&moment[..], &[("works", work.id.as_str())]].concat();
    student.post(&format!("{conference}/moment/new"), &moment).await.is(303);
    for (shows, is_shown) in [("road", true), ("result", false)] {
        student.post(&work.at("road"), &[("shows", shows)]).await.leads_to(&work.page());
        let pages = [
            student.get(&format!("{conference}/present/8")).await.ok(),
            world.advisor().await.get(&format!("{conference}/follow/8")).await.ok(),
            world.family().await.get(&format!("{conference}/follow/8")).await.ok(),
        ];
        for page in pages {
            let page = page.see("seeds").has_no("<script>alert");
            assert_eq!(page.words().contains("counted the beds."), is_shown, "shown: {shows}");
            assert_eq!(page.text.contains("class=\"road\""), is_shown);
        }
    }
});
