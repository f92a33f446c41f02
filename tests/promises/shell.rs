//! The page around every page.

use crate::promise;

promise!(somebody_who_is_not_signed_in_is_asked_to, |world| {
    world.visitor().get("/").await.is(401).see("Sign in");
});

promise!(an_address_that_does_not_exist_looks_like_the_rest, |world| {
    world.visitor().get("/nowhere").await.is(404).see("There is nothing here").see("Go home");
    world.visitor().reading("es").get("/nowhere").await.is(404).see("Aquí no hay nada");
    world.visitor().reading("ar").get("/nowhere").await.is(404).has("dir=\"rtl\"");
});

promise!(a_form_from_another_site_changes_nothing, |world| {
    let mut visitor = world.visitor();
    visitor.post_from_elsewhere("/language", &[("language", "es")]).await.is(403);
    visitor.get("/nowhere").await.see("There is nothing here");
});

promise!(a_language_once_chosen_stays, |world| {
    let mut visitor = world.visitor();
    visitor.post("/language", &[("language", "ar"), ("then", "/nowhere")]).await.leads_to("/nowhere");
    visitor.get("/nowhere").await.has("lang=\"ar\"");
});

promise!(no_form_sends_anybody_to_another_site, |world| {
    for elsewhere in ["https://elsewhere.example", "//elsewhere.example", "/\\elsewhere.example"] {
        let answer = world.visitor().post("/language", &[("language", "es"), ("then", elsewhere)]).await;
        assert_eq!(answer.goes_to().as_deref(), Some("/"));
    }
});

promise!(a_page_without_an_island_may_run_no_script, |world| {
    let page = world.visitor().get("/nowhere").await.has_no("<script").has_no(".wasm");
    let policy = page.headers["content-security-policy"].to_str().unwrap();
    assert!(policy.contains("default-src 'none'") && !policy.contains("script-src"), "{policy}");
});
