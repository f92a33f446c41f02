//! A work's text as HTML: made once, kept, and made anew when it is rendered another way.

use std::time::{Duration, Instant};

use kinfolio::store::run;
use kinfolio::work::Revision;

use crate::promise;
use crate::work::Written;
use crate::world::World;

async fn keep_rendered(world: &World) -> usize {
    let mut kept = 0;
    loop {
        match Revision::keep_rendered(&world.services.db).await.expect("it is rendered") {
            0 => return kept,
            more => kept += more,
        }
    }
}

/// Changes what is kept, as only this test would.
async fn change(world: &World, sql: &'static str) {
    let mut tx = world.services.db.write().await.expect("a transaction");
    run!(&mut tx, sql).expect("it is changed");
    tx.commit().await.expect("it is kept");
}

promise!(a_works_html_is_made_once_and_anew_when_it_is_rendered_another_way, |world| {
    let mut student = world.student().await;
    let work = Written::new("Rain").with("text", "It *rains*.").with("keep", "yes");
    work.sent(&mut student, "keep").await;
    student.get(&work.page()).await.ok().has("<em>rains</em>");
    assert_eq!(keep_rendered(&world).await, 1);
    assert_eq!(keep_rendered(&world).await, 0, "once is enough");
    // What is read is what is kept.
    change(&world, "UPDATE revision SET html = replace(html, 'rains', 'was kept')").await;
    student.get(&work.page()).await.ok().has("<em>was kept</em>");
    // An older program made it.
    change(&world, "UPDATE revision SET html_version = html_version - 1").await;
    student.get(&work.page()).await.ok().has("<em>rains</em>").has_no("was kept");
    assert_eq!(keep_rendered(&world).await, 1);
    student.get(&work.page()).await.ok().has("<em>rains</em>");
    // Other words are shown at once.
    let other = work.with("text", "It **snows**.");
    other.changed(&mut student, "keep").await.leads_to(&other.page());
    student.get(&other.page()).await.ok().has("<strong>snows</strong>").has_no("rains");
    assert_eq!(keep_rendered(&world).await, 1);
    student.get(&other.page()).await.ok().has("<strong>snows</strong>").has_no("rains");
});

promise!(words_are_shown_as_their_readers_will_see_them_before_they_are_sent, |world| {
    let mut student = world.student().await;
    let poem = "Two lines\nof a poem, <b>mine</b>";
    let form = student.get("/work/new").await.ok();
    let id = form.hidden("id").expect("an id");
    let typed =
        [("id", &*id), ("text", poem), ("language", "es"), ("title", "Rain"), ("then", "/work/new"), ("form", "story")];
    // What is looked at has an address of its own, so that going back from there is no error of the browser's.
    let page = student.post_and_follow("/preview", &typed).await.ok();
    page.has("Two lines<br>").has("&lt;b&gt;mine").has("lang=\"es\"").has("href=\"/work/new\"");
    student.get("/preview?then=%2Fwork%2Fnew").await.ok().has("Two lines<br>");
    student.get("/work").await.ok().has_no("Two lines");
    // Back, the form is as it was: also loaded anew, and as the very same work.
    let back = student.get("/work/new").await.ok().has("of a poem, &lt;b&gt;mine").has("value=\"Rain\"");
    assert_eq!(back.hidden("id"), Some(id.clone()));
    // Nobody else's, and nowhere but here.
    world.as_(&world.people.classmate).await.get("/preview?then=%2Fwork%2Fnew").await.leads_to("/work/new");
    student.get("/preview?then=https%3A%2F%2Fevil.example").await.leads_to("/");
    // Once it is sent, or an hour is over, it is gone.
    student
        .post("/work/new", &[("id", &id), ("title", "Rain"), ("text", poem), ("language", "es"), ("draft", "yes")])
        .await;
    student.get("/work/new").await.ok().has_no("of a poem");
    student.post("/preview", &typed).await.leads_to("/preview");
    world.services.clock.move_on(61 * 60 * 1000);
    student.get("/work/new").await.ok().has_no("of a poem");
    student.get("/preview?then=%2Fwork%2Fnew").await.leads_to("/work/new");
    world.visitor().post("/preview", &[("text", poem)]).await.is(401);
});

promise!(a_work_of_nothing_but_quotations_is_read_like_any_other, |world| {
    let read = async |text: String| {
        let mut student = world.student().await;
        let work = Written::new("Quotes").with("text", &text).with("keep", "yes");
        work.sent(&mut student, "keep").await;
        let begun = Instant::now();
        student.get(&work.page()).await.ok().see("Quotes");
        begun.elapsed()
    };
    let plain = read("It rains on the bench. ".repeat(99_000 / 23)).await;
    let hostile = read(format!("{}rain", "> ".repeat(49_500))).await;
    assert!(hostile < plain * 20 + Duration::from_millis(200), "{hostile:?}, and {plain:?} for plain words");
    world.student().await.get("/work").await.ok().see("Quotes");
});
