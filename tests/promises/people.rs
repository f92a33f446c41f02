//! People come in from a table, looked over line by line first; sign-in codes are printed on a sheet.

use crate::promise;
use crate::world::{AFile, Page, Visitor, World};

const TABLE: &str = "role,name,username,advisory,languages,students,kinship\n\
    advisor,Ada Okafor,ada,9B,en,,\n\
    student,Ablavi <b>Mensah</b>,ablavi,9B,\"fr, en\",,\n\
    family,Kofi Mensah,,,fr,ablavi,\"big cousin, who raised me\"\n\
    student,,nameless,9B,,,\n\
    family,Ann Carter,,,,ben.carter,mom\n";

/// Sends a table, to be looked over.
async fn look_over(lead: &mut Visitor<'_>, table: &[u8]) -> Page {
    lead.post_files("/people/import", &[], &[AFile { field: "file", name: "people.csv", bytes: table }]).await
}

/// Imports a table, after looking it over.
async fn import(lead: &mut Visitor<'_>, table: &[u8]) -> Page {
    let text = look_over(lead, table).await.ok().hidden("text").expect("lines to import");
    lead.post_files("/people/import", &[("text", &text), ("apply", "yes")], &[]).await
}

async fn how_many(world: &World) -> i64 {
    use kinfolio::store::one;
    let mut conn = world.services.db.read().await.unwrap();
    let counted: Result<(i64,), kinfolio::store::StoreError> =
        one!(conn, "SELECT count(*) FROM person WHERE school_id = $1", &world.school);
    counted.unwrap().0
}

promise!(a_table_is_looked_over_line_by_line_and_changes_nothing_by_that, |world| {
    let before = how_many(&world).await;
    let mut lead = world.lead().await;
    let page = look_over(&mut lead, TABLE.as_bytes()).await.ok();
    page.see("3 added, 0 changed, 0 the same, 2 skipped")
        .see("is a new advisory")
        .see("big cousin, who raised me")
        .see("This line has no name")
        // Somebody of another school does not exist here.
        .see("There is no student with the username")
        .see("Import 3 lines")
        .has_no("<b>Mensah");
    assert_eq!(how_many(&world).await, before);
});

promise!(importing_twice_changes_nothing_the_second_time, |world| {
    let mut lead = world.lead().await;
    import(&mut lead, TABLE.as_bytes()).await.leads_to("/people?said=imported");
    let after = how_many(&world).await;
    lead.get("/people").await.ok().see("Ablavi <b>Mensah</b>").see("big cousin, who raised me").see("9B");
    let page = look_over(&mut lead, TABLE.as_bytes()).await.ok();
    page.see("0 added, 0 changed, 3 the same, 2 skipped").see("Nothing would change").has_no("name=\"apply\"");
    // Even when the same form is sent once more.
    lead.post_files("/people/import", &[("text", TABLE), ("apply", "yes")], &[]).await.leads_to("/people");
    assert_eq!(how_many(&world).await, after);
    assert_eq!(after, 8 + 3);
});

promise!(two_who_import_the_same_table_at_once_bring_everybody_once, |world| {
    let imports = (0..3).map(|_| async {
        let mut lead = world.lead().await;
        lead.post_files("/people/import", &[("text", TABLE), ("apply", "yes")], &[]).await.leads_to("/people")
    });
    futures::future::join_all(imports).await;
    assert_eq!(how_many(&world).await, 8 + 3);
});

promise!(every_way_excel_saves_it_is_understood, |world| {
    let mut lead = world.lead().await;
    let spanish = "Rol;Nombre;Usuario;Asesoría\r\nEstudiante;Iñaki Peña;inaki;9Ñ\r\n";
    let sixteen: Vec<u8> =
        [0xFF, 0xFE].into_iter().chain(spanish.replace(';', "\t").encode_utf16().flat_map(u16::to_le_bytes)).collect();
    let marked = [&[0xEF, 0xBB, 0xBF], spanish.as_bytes()].concat();
    let western: Vec<u8> = spanish.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
    for bytes in [sixteen, marked] {
        look_over(&mut lead, &bytes).await.ok().see("Iñaki Peña").see("1 added").dont_see("look at the accents");
    }
    look_over(&mut lead, &western).await.ok().see("Iñaki Peña").see("look at the accents");
    import(&mut lead, &western).await.leads_to("/people");
    lead.get("/people").await.ok().see("Iñaki Peña").see("9Ñ");
});

promise!(a_file_that_is_no_table_changes_nothing_and_says_why, |world| {
    let before = how_many(&world).await;
    let mut lead = world.lead().await;
    let too_many = format!("role,name,username\n{}", "student,A,a\n".repeat(5_001));
    for (bytes, said) in [
        (b"PK\x03\x04 a workbook".as_slice(), "Save as"),
        (b"\x89PNG\r\n\x1a\n\0\0".as_slice(), "could not read this as a table"),
        (b"name,username\nA,a\n".as_slice(), "did not find: role"),
        (b"role,name,name,username\n".as_slice(), "is there twice"),
        (b"role,name,username\nstudent,\"A,a\n".as_slice(), "On line 2 a quotation mark"),
        (b"role,name,username\n".as_slice(), "no lines follow"),
        (b" \n ".as_slice(), "nothing in this file"),
        (too_many.as_bytes(), "more than 5\u{202F}000 lines"),
        (&vec![b'a'; 3 * 1024 * 1024], "too big"),
    ] {
        look_over(&mut lead, bytes).await.is(422).see(said);
    }
    lead.post("/people/import", &[("text", "")]).await.is(422).see("choose a file");
    lead.post("/people/import", &[("text", "<script>alert(1)</script>")]).await.is(422).has_no("<script>alert");
    assert_eq!(how_many(&world).await, before);
});

promise!(five_thousand_lines_come_in_at_once, |world| {
    let mut table = String::from("role,name,username,advisory,languages,students,kinship\n");
    for number in 0..2_500 {
        table.push_str(&format!("student,Student {number},s{number},Room {},es,,\n", number % 100));
        table.push_str(&format!("family,Parent {number},,,es,s{number},mamá\n"));
    }
    let mut lead = world.lead().await;
    import(&mut lead, table.as_bytes()).await.leads_to("/people");
    assert_eq!(how_many(&world).await, 8 + 5_000);
    look_over(&mut lead, table.as_bytes()).await.ok().see("5\u{202F}000 the same");
});

promise!(the_template_can_be_imported_as_it_is, |world| {
    let mut lead = world.as_(&world.people.other_school_lead).await;
    let template = lead.get("/people/template").await.ok();
    assert!(template.bytes.starts_with(&[0xEF, 0xBB, 0xBF]), "Excel needs the mark to read accents");
    look_over(&mut lead, &template.bytes).await.ok().see("5 added, 0 changed, 0 the same, 0 skipped");
    let template = lead.get("/targets/template").await.ok();
    let file = AFile { field: "file", name: "targets.csv", bytes: &template.bytes };
    lead.post_files("/targets/import", &[], &[file]).await.ok().see("3 added, 0 changed, 0 the same, 0 skipped");
});

promise!(people_are_the_leads_alone, |world| {
    for path in ["/people", "/people/import", "/people/template", "/people/codes"] {
        world.student().await.get(path).await.is(403);
        world.family().await.get(path).await.is(403);
        world.advisor().await.get(path).await.is(403);
        world.visitor().get(path).await.is(401);
    }
    world.advisor().await.post("/people/import", &[("text", TABLE), ("apply", "yes")]).await.is(403);
    world.advisor().await.post("/people/codes", &[("for", "everyone")]).await.is(403);
    world.lead().await.get("/people").await.ok().dont_see("Ben Carter");
});

promise!(a_sheet_loaded_twice_is_the_same_sheet, |world| {
    let mut lead = world.lead().await;
    let form = lead.get("/people/codes").await.ok();
    let sheet = form.hidden("sheet").unwrap();
    let fields = [("sheet", sheet.as_str()), ("for", "everyone")];
    let first = lead.post("/people/codes", &fields).await.ok().see("Marisol Reyes").see("kinfolio.test/sign-in/code");
    assert_eq!(first.headers["cache-control"], "no-store");
    // Families come in by their own links.
    let first = first.dont_see("Rosa Reyes").dont_see("Ben Carter");
    let again = lead.post("/people/codes", &fields).await.ok();
    assert_eq!(first.text, again.text);
    // Everybody has a way in now.
    lead.get("/people/codes").await.ok().see("Everybody has a way in");
});

promise!(a_newer_sheet_ends_the_codes_of_an_older_one, |world| {
    let mut lead = world.lead().await;
    let id = world.people.student.id.to_string();
    let mut sheets = Vec::new();
    for _ in 0..2 {
        let sheet = lead.get("/people/codes").await.ok().hidden("sheet").unwrap();
        let page = lead.post("/people/codes", &[("sheet", &sheet), ("person", &id)]).await.ok();
        sheets.push((sheet, crate::coming_in::code_on(&page)));
    }
    assert_ne!(sheets[0].1, sheets[1].1);
    let (old_sheet, old_code) = &sheets[0];
    lead.post("/people/codes", &[("sheet", old_sheet), ("person", &id)]).await.ok().see("None of these codes works");
    let form = [
        ("username", "marisol.reyes"),
        ("code", old_code.as_str()),
        ("password", "my own password"),
        ("password_again", "my own password"),
    ];
    world.visitor().post("/sign-in/code", &form).await.is(422);
    let form = [form[0], ("code", sheets[1].1.as_str()), form[2], form[3]];
    world.visitor().post("/sign-in/code", &form).await.leads_to("/");
    // A used code is not brought back by loading its sheet again.
    lead.post("/people/codes", &[("sheet", &sheets[1].0), ("person", &id)]).await.ok().see("has been used");
    world.visitor().post("/sign-in/code", &form).await.is(422);
});

promise!(no_codes_for_people_of_another_school, |world| {
    let mut lead = world.lead().await;
    let sheet = lead.get("/people/codes").await.ok().hidden("sheet").unwrap();
    let (other, family) = (world.people.other_school_student.id.to_string(), world.people.family.id.to_string());
    let fields = [("sheet", sheet.as_str()), ("person", &other), ("person", &family), ("person", "nonsense")];
    lead.post("/people/codes", &fields).await.ok().dont_see("Ben Carter").dont_see("Rosa Reyes");
    lead.post("/people/codes", &[("sheet", "nonsense"), ("for", "everyone")]).await.is(400);
    let sheet = kinfolio::person::code::Sheet::new_token();
    lead.post("/people/codes", &[("sheet", &sheet)]).await.is(422).see("at least one person");
    // Another school's lead learns nothing by naming our sheet.
    let mut other_lead = world.as_(&world.people.other_school_lead).await;
    let ours = kinfolio::person::code::Sheet::new_token();
    lead.post("/people/codes", &[("sheet", &ours), ("for", "everyone")]).await.ok().see("Marisol Reyes");
    other_lead.post("/people/codes", &[("sheet", &ours), ("for", "everyone")]).await.ok().dont_see("Marisol Reyes");
});

promise!(the_leads_home_says_what_comes_next, |world| {
    let mut lead = world.lead().await;
    lead.get("/").await.ok().see("Hand out the sign-in codes").see("3 students");
    let sheet = lead.get("/people/codes").await.ok().hidden("sheet").unwrap();
    lead.post("/people/codes", &[("sheet", &sheet), ("for", "everyone")]).await.ok();
    lead.get("/").await.ok().see("Say what is learned here");
});
