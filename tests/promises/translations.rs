//! The words of the pages, read beside English; and what is said in them of what is not translated.

use crate::promise;
use crate::world::{AFile, Page, Visitor};

async fn bring(who: &mut Visitor<'_>, table: &str) -> Page {
    let file = AFile { field: "file", name: "kinfolio-es.csv", bytes: table.as_bytes() };
    who.post_files("/translations/es", &[], &[file]).await
}

promise!(whoever_speaks_a_language_at_home_reads_its_words_beside_english_and_suggests_better_ones, |world| {
    let mut family = world.family().await;
    family.get("/translations").await.ok().see("Español").see("Kreyòl");
    // Each with where it is said.
    let side = family.get("/translations/es?area=family").await.ok();
    side.has("family-title").has("family/").has("lang=\"en\"");
    family.get("/translations/xx").await.is(404);
    family.get("/translations/es-MX").await.is(404);

    let sheet = family.get("/translations/es/table").await.ok();
    let head = sheet.text.trim_start_matches('\u{FEFF}').lines().next().unwrap_or_default().to_owned();
    assert_eq!(head, "key,where,english,words,suggestion");
    let better = "key,suggestion\ntime-with_name,junto con { $name }\nfamily-title,\n";
    bring(&mut family, better).await.leads_to("/translations/es?said=saved");
    family.get("/translations/es?area=time").await.ok().see("junto con { $name }").has("/translations/es/take-back");
    // The others of the school read it too, and cannot take it back.
    let mut lead = world.lead().await;
    lead.get("/translations/es?area=time").await.ok().see("junto con { $name }").has_no("/translations/es/take-back");
    let own = [("key", "time-with_name"), ("area", "time")];
    lead.post("/translations/es/take-back", &own).await.leads_to("/translations/es?area=time&said=taken_back");
    let file = lead.get("/translations/es/suggestions").await.ok();
    assert_eq!(file.text, "time-with_name = junto con { $name }\n");
    assert!(!file.text.contains(&world.people.family.name), "who suggested it is not in it");
    // Another school has its own.
    let other = world.as_(&world.people.other_school_lead).await.get("/translations/es?area=time").await.ok();
    other.dont_see("junto con { $name }");
    family.post("/translations/es/take-back", &own).await.leads_to("/translations/es?area=time&said=taken_back");
    lead.get("/translations/es?area=time").await.ok().dont_see("junto con { $name }");
});

promise!(a_table_of_suggestions_that_does_not_fit_keeps_nothing_and_says_which_line_and_why, |world| {
    let mut family = world.family().await;
    let long = "x".repeat(2_001);
    let endless = format!("key,suggestion\nfamily-title,{}\n", "{".repeat(100_000));
    for (line, said) in [
        ("time-with_name,con alguien", "$name"),
        ("time-with_name,con { $name } de { $school }", "$school"),
        ("time-nobody,nada", "time-nobody"),
        ("\"<script>alert(1)</script>\",nada", "&lt;script&gt;"),
        ("family-title,{ $name", "family-title"),
        ("family-title,\"a\u{0}b\"", "family-title"),
        (&format!("family-title,{long}"), "family-title"),
    ] {
        let table = format!("key,suggestion\nfamily-title,Bueno\n{line}\n");
        bring(&mut family, &table).await.is(422).has(said);
    }
    for hostile in ["", "\u{0}\u{0}", "PK\u{3}\u{4}", "key,suggestion\n", "key\nfamily-title\n", &endless] {
        bring(&mut family, hostile).await.is(422);
    }
    family.post_files("/translations/es", &[], &[]).await.is(422);
    for made_up in [[("key", "'; DROP TABLE person; --"), ("area", "\r\nX: y")], [("key", ""), ("area", "../../")]] {
        family.post("/translations/es/take-back", &made_up).await.leads_to("/translations/es?said=taken_back");
    }
    assert_eq!(world.rows().await.get("word_suggestion"), Some(&0));
});

promise!(a_language_that_nobody_has_read_through_says_so_on_every_page, |world| {
    let mut family = world.family().await;
    let home = family.get("/").await.goes_to().unwrap_or_else(|| "/".to_owned());
    family.get(&home).await.ok().see("Nadie que hable español en casa").has("/translations/es");
    let mut student = world.student().await;
    student.get("/").await.ok().has("href=\"/translations\"").dont_see("Nobody who speaks this language");
});
