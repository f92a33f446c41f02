//! Links of a work: pages elsewhere, each with where it leads.

use super::{Written, a_work};
use crate::promise;

const TIMETABLE: &str = "https://www.wessick.example/bus/14?a=1&b=%3Cb%3E The timetable <i>we</i> measured against";

promise!(a_link_is_read_with_the_students_words_and_where_it_leads, |world| {
    let mut student = world.student().await;
    let links = format!("{TIMETABLE}\nharbor.example/tides");
    let work = Written::new("Who waits for the 14").with("links", &links);
    work.sent(&mut student, "keep").await.leads_to(&work.page());
    for mut reader in [world.student().await, world.advisor().await, world.family().await] {
        let page = reader.get(&work.page()).await.ok();
        let page = page.see("The timetable <i>we</i> measured against").see("wessick.example").see("harbor.example");
        page.has_no("<i>we")
            .has("href=\"https://www.wessick.example/bus/14?a=1&amp;b=%3Cb%3E\"")
            .has("noopener noreferrer nofollow");
    }
    let print = format!("/student/{}/portfolio/print", world.people.student.id);
    let shelf = [("id", &*kinfolio::id::ShelfId::new().to_string()), ("name", "The bus"), ("works", work.id.as_str())];
    student.post(&format!("/student/{}/shelf", world.people.student.id), &shelf).await.leads_to("/student/");
    student.get(&print).await.ok().see("https://harbor.example/tides");
});

promise!(a_line_that_is_no_link_comes_back_and_a_draft_keeps_it, |world| {
    let mut student = world.student().await;
    for line in ["my notes", "javascript:alert(1)", "data:text/html,<script>1</script>", "https://a:b@bank.example/"] {
        let work = Written::new("The bus").with("links", &format!("harbor.example\n{line}"));
        let page = work.sent(&mut student, "keep").await.is(422).see("is not a link").see(line).has_no("<script>1");
        page.has_no("href=\"javascript").has_no("href=\"data");
        student.get(&work.at("edit")).await.ok().see(line);
    }
    let million = "a.example ".repeat(100_000);
    let work = Written::new("The bus").with("links", &million);
    work.sent(&mut student, "keep").await.is(422);
    let many = Written::new("The bus").with("links", &"harbor.example/tides\n".repeat(90));
    many.sent(&mut student, "keep").await.leads_to(&many.page());
    assert_eq!(student.get(&many.page()).await.text.matches("href=\"https://harbor.example/tides\"").count(), 90);
});

promise!(links_of_a_version_that_was_answered_stay_and_new_ones_become_a_version, |world| {
    let (work, _) = a_work(&world, "Half of the garden").await;
    let mut student = world.student().await;
    let work = work.with("links", "first.example");
    work.changed(&mut student, "keep").await.leads_to(&work.page());
    crate::mastery::feedback::given(&world, &work, &[]).await.1.leads_to(&work.page());
    let form = student.get(&work.at("revision/new")).await.ok().see("first.example");
    let id = form.hidden("id").expect("an id");
    let fields = [("id", id.as_str()), ("text", "Now the half has a name."), ("links", "second.example\nno link")];
    student.post(&work.at("revision/new"), &fields).await.is(422).see("no link").see("second.example");
    let fields = [("id", id.as_str()), ("text", "Now the half has a name."), ("links", "second.example")];
    student.post(&work.at("revision/new"), &fields).await.leads_to(&work.page());
    student.get(&work.page()).await.ok().has("https://second.example").has_no("https://first.example");
    student.get(&work.at("revision/1")).await.ok().has("https://first.example");
});
