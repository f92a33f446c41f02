//! Pages that read themselves aloud, where somebody asks for it; and readings by people.

use crate::promise;
use crate::things::one_of_everything;

promise!(a_page_is_read_aloud_where_somebody_asks_and_runs_nothing_otherwise, |world| {
    let there = one_of_everything(&world).await;
    let at = |path: &str, thing: &str| path.replace("{}", &there[thing]);
    let pages = [
        at("/student/{}", "student"),
        at("/student/{}/portfolio", "student"),
        at("/student/{}/definition", "student"),
        at("/work/{}", "work"),
        at("/conference/{}", "conference"),
        at("/conference/{}/keepsake", "conference"),
    ];
    let mut family = world.family().await;
    for path in pages {
        let page = family.get(&path).await.ok().has_no("<script").has_no(".wasm").has_no("listen.js").see("Escuchar");
        let policy = page.header("content-security-policy").expect("a policy");
        assert!(!policy.contains("script-src"), "{path}: {policy}");
        let asked = page.link(&format!("{path}?")).expect("a way to hear it");
        let heard = family.get(&asked).await.ok().has("src=\"/listen.js\"").has_no(".wasm").has("id=\"listen\"");
        let policy = heard.header("content-security-policy").expect("a policy");
        assert!(policy.contains("script-src 'self'") && !policy.contains("unsafe"), "{path}: {policy}");
        heard.see("su navegador necesita JavaScript").see("Dejar de escuchar").has(&format!("href=\"{path}\""));
    }
});

promise!(without_javascript_the_page_that_was_to_be_heard_shows_the_recordings_on_it, |world| {
    let there = one_of_everything(&world).await;
    let mut family = world.family().await;
    let page = family.get(&format!("/student/{}/definition?listen=1", there["student"])).await.ok();
    let instead =
        page.text.split("<noscript>").nth(1).and_then(|rest| rest.split("</noscript>").next()).expect("words");
    assert!(instead.contains(&format!("/sound/{}", there["sound"])), "{instead}");
    let none = family.get(&format!("/student/{}?listen=1", there["student"])).await.ok();
    none.see("Todavía no hay ninguna grabación");
});

promise!(the_way_to_hear_a_page_keeps_what_else_its_address_says_and_takes_nothing_made_up, |world| {
    let student = world.people.student.id.to_string();
    let mut family = world.family().await;
    let odd = format!("/student/{student}?a=%3Cscript%3E&said=saved&b=2");
    family
        .get(&odd)
        .await
        .ok()
        .has_no("?a=<script")
        .has(&format!("/student/{student}?a=%3Cscript%3E&amp;b=2&amp;listen=1"));
    // Who only works here is not asked, nor is anybody on the answer to a form.
    world.advisor().await.get(&format!("/student/{student}?listen=1")).await.ok().has_no("<script");
    family.get("/nowhere?listen=1").await.is(404).has_no("<script");
    world.visitor().get("/sign-in?listen=1").await.has_no("<script");
});
