//! Learning targets: in the open for everybody of the school, written by its lead, and never building on themselves.

use kinfolio::id::TargetId;
use kinfolio::target::Target;

use crate::promise;
use crate::world::{Page, Visitor, World};

async fn targets(world: &World) -> Vec<Target> {
    Target::all(&mut world.services.db.read().await.unwrap(), &world.school).await.unwrap()
}

/// Adds a target by hand, and gives its id.
async fn add(lead: &mut Visitor<'_>, statement: &str, below: &[&TargetId]) -> TargetId {
    let id = lead.get("/targets/new").await.ok().hidden("id").unwrap();
    let below: Vec<String> = below.iter().map(ToString::to_string).collect();
    let mut form =
        vec![("id", id.as_str()), ("subject", "Math"), ("statement", statement), ("criteria", "I draw it\nI say why")];
    form.extend(below.iter().map(|id| ("builds_on", id.as_str())));
    lead.post("/targets/new", &form).await.leads_to("/targets");
    TargetId::parse(&id).unwrap()
}

/// Changes what a target builds on.
async fn build(lead: &mut Visitor<'_>, id: &TargetId, statement: &str, below: &[&TargetId]) -> Page {
    let path = format!("/targets/{id}");
    let version = lead.get(&path).await.ok().hidden("version").unwrap();
    let below: Vec<String> = below.iter().map(ToString::to_string).collect();
    let mut form =
        vec![("version", version.as_str()), ("subject", "Math"), ("statement", statement), ("criteria", "I draw it")];
    form.extend(below.iter().map(|id| ("builds_on", id.as_str())));
    lead.post(&path, &form).await
}

promise!(everybody_of_the_school_reads_them_and_its_lead_writes_them, |world| {
    let id = add(&mut world.lead().await, "I can <i>compare</i> fractions", &[]).await;
    for mut visitor in [world.student().await, world.family().await, world.advisor().await, world.lead().await] {
        let page = visitor.get("/targets").await.ok().see("I can <i>compare</i> fractions").see("I say why");
        page.has_no("<i>compare").has_no("<script");
    }
    world.visitor().get("/targets").await.is(401);
    let mut others = world.as_(&world.people.other_school_lead).await;
    others.get("/targets").await.ok().dont_see("<i>compare").see("No learning targets yet");
    others.get(&format!("/targets/{id}")).await.is(404);
    others.post(&format!("/targets/{id}"), &[("version", "1")]).await.is(404);
    for path in ["/targets/new".to_owned(), "/targets/import".to_owned(), format!("/targets/{id}")] {
        world.advisor().await.get(&path).await.is(403);
        world.student().await.post(&path, &[("subject", "x")]).await.is(403);
    }
});

promise!(a_form_sent_twice_adds_one, |world| {
    let mut lead = world.lead().await;
    let id = lead.get("/targets/new").await.ok().hidden("id").unwrap();
    let form = [("id", id.as_str()), ("subject", "Math"), ("statement", "I can add"), ("criteria", "I check")];
    lead.post("/targets/new", &form).await.leads_to("/targets");
    lead.post("/targets/new", &form).await.leads_to("/targets");
    assert_eq!(targets(&world).await.len(), 1);
    // The same words under another id are not taken twice.
    let other = lead.get("/targets/new").await.ok().hidden("id").unwrap();
    let form = [("id", other.as_str()), form[1], form[2], form[3]];
    lead.post("/targets/new", &form).await.is(422).see("with these words already");
    // An id that belongs to another school changes nothing there.
    let mut others = world.as_(&world.people.other_school_lead).await;
    let form = [("id", id.as_str()), form[1], ("statement", "Ours now"), form[3]];
    others.post("/targets/new", &form).await.is(422);
    assert_eq!(targets(&world).await[0].statement, "I can add");
});

promise!(a_cycle_is_refused_with_the_way_around_named, |world| {
    let mut lead = world.lead().await;
    let add_fractions = add(&mut lead, "Add fractions", &[]).await;
    let compare = add(&mut lead, "Compare fractions", &[&add_fractions]).await;
    let page = build(&mut lead, &add_fractions, "Add fractions", &[&compare]).await.is(422);
    let plain = page.text.replace(['\u{2068}', '\u{2069}'], "");
    let named = ["Add fractions → Compare fractions → Add fractions", "Compare fractions → Add fractions → Compare"];
    assert!(named.iter().any(|way| plain.contains(way)), "{plain}");
    assert!(targets(&world).await.iter().find(|target| target.id == add_fractions).unwrap().builds_on.is_empty());
    build(&mut lead, &compare, "Compare fractions", &[]).await.leads_to("/targets");
    build(&mut lead, &add_fractions, "Add fractions", &[&compare]).await.leads_to("/targets");
});

promise!(two_halves_of_a_cycle_at_once_do_not_both_come_in, |world| {
    let mut lead = world.lead().await;
    let one = add(&mut lead, "One", &[]).await;
    let two = add(&mut lead, "Two", &[]).await;
    let (mut first, mut second) = (lead.clone(), lead);
    let (to_two, to_one) = ([&two], [&one]);
    let (a, b) = futures::join!(build(&mut first, &one, "One", &to_two), build(&mut second, &two, "Two", &to_one));
    let mut answers = [a.status.as_u16(), b.status.as_u16()];
    answers.sort_unstable();
    assert_eq!(answers, [303, 422]);
});

promise!(a_stale_form_shows_both_texts_and_changes_nothing, |world| {
    let mut lead = world.lead().await;
    let id = add(&mut lead, "I can add", &[]).await;
    let path = format!("/targets/{id}");
    let form = |statement: &'static str, version: &'static str| {
        [("version", version), ("subject", "Math"), ("statement", statement), ("criteria", "I check")]
    };
    lead.post(&path, &form("The first change", "1")).await.leads_to("/targets");
    let page = lead.post(&path, &form("The second change", "1")).await.is(422);
    let page = page.see("The first change").see("The second change").see("It reads now");
    assert_eq!(page.hidden("version").as_deref(), Some("2"));
    assert_eq!(targets(&world).await[0].statement, "The first change");
    lead.post(&path, &form("The second change", "2")).await.leads_to("/targets");
    lead.post(&path, &form("nonsense version", "99999999999999999999")).await.is(422);
});

promise!(hostile_input_is_refused_beside_its_field_and_kept, |world| {
    let mut lead = world.lead().await;
    let theirs = add(&mut world.as_(&world.people.other_school_lead).await, "Of another school", &[]).await.to_string();
    let million = "a".repeat(1_000_000);
    let many = "one\n".repeat(21);
    let id = lead.get("/targets/new").await.ok().hidden("id").unwrap();
    for (field, typed, said) in [
        ("statement", "\u{200B}\u{2060}", "write something"),
        ("statement", million.as_str(), "room for 200"),
        ("criteria", million.as_str(), "longer than fits"),
        ("criteria", many.as_str(), "too many lines"),
        ("builds_on", theirs.as_str(), "not here any more"),
        ("builds_on", "nonsense", "choose one of these"),
        ("builds_on", id.as_str(), "around in a circle"),
    ] {
        let mut form = vec![
            ("id", id.as_str()),
            ("subject", "Math <script>alert(1)</script>"),
            ("statement", "I can"),
            ("criteria", "I check"),
        ];
        form.retain(|(name, _)| *name != field);
        form.push((field, typed));
        let page = lead.post("/targets/new", &form).await.is(422).see(said).has_no("<script>alert");
        page.see("Math <script>alert(1)</script>").dont_see("Of another school");
    }
    assert!(targets(&world).await.is_empty());
});

const TABLE: &str = "key,subject,statement,criteria,builds_on\n\
    b,Math,Compare fractions,I draw | I say why,a\n\
    a,Math,Add fractions,\"I check\nI try again\",\n\
    c,Math,Divide,,a\n";

promise!(a_table_of_targets_is_looked_over_and_imported_once, |world| {
    let mut lead = world.lead().await;
    let page = lead.post("/targets/import", &[("text", TABLE)]).await.ok();
    page.see("2 added, 0 changed, 0 the same, 1 skipped").see("What does it look like");
    assert!(targets(&world).await.is_empty());
    lead.post("/targets/import", &[("text", TABLE), ("apply", "yes")]).await.leads_to("/targets");
    let kept = targets(&world).await;
    assert_eq!(kept.len(), 2);
    assert_eq!(kept[0].criteria(), ["I check", "I try again"]);
    assert_eq!(kept[1].builds_on, [kept[0].id.clone()]);
    lead.post("/targets/import", &[("text", TABLE)]).await.ok().see("Nothing would change");
});

promise!(a_table_with_a_cycle_changes_nothing, |world| {
    let mut lead = world.lead().await;
    let table = "subject,statement,criteria,builds_on\nM,Compare fractions,x,Add fractions\nM,Add fractions,y,Compare fractions\n";
    for fields in [vec![("text", table)], vec![("text", table), ("apply", "yes")]] {
        let page =
            lead.post("/targets/import", &fields).await.is(422).see("around in a circle").has_no("name=\"apply\"");
        assert_eq!(page.text.matches('→').count(), 2, "the way around is named");
    }
    assert!(targets(&world).await.is_empty());
});
