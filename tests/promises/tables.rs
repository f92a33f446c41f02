//! Tables as other programs and other people write them: names of languages, columns and letters; and what is wrong with a
//! cell costs the cell.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use kinfolio::person::roster::{Member, Roster};

use crate::promise;
use crate::world::{AFile, Page, Visitor, World};

/// Sends a table, to be looked over.
async fn look_over(lead: &mut Visitor<'_>, table: &[u8]) -> Page {
    lead.post_files("/people/import", &[], &[AFile { field: "file", name: "people.csv", bytes: table }]).await
}

/// Imports a table, after looking it over.
async fn import(lead: &mut Visitor<'_>, table: &[u8]) {
    let text = look_over(lead, table).await.ok().hidden("text").expect("lines to import");
    lead.post_files("/people/import", &[("text", &text), ("apply", "yes")], &[]).await.leads_to("/people");
}

/// The school's people, by username, else by name.
async fn people(world: &World) -> BTreeMap<String, Member> {
    let mut conn = world.services.db.read().await.expect("a connection");
    let roster = Roster::of(&mut conn, &world.school, world.services.clock.now()).await.expect("people");
    let by_name = |member: Member| (member.person.username.clone().unwrap_or(member.person.name.clone()), member);
    roster.members.into_iter().map(by_name).collect()
}

/// Text as an old program writes it.
fn written_in(letters: &str, text: &str) -> Vec<u8> {
    let letters = encoding_rs::Encoding::for_label(letters.as_bytes()).expect("letters");
    letters.encode(text).0.into_owned()
}

promise!(languages_are_known_by_their_names_and_by_common_codes, |world| {
    let mut lead = world.lead().await;
    let table = include_bytes!("../files/08-language-names.csv");
    look_over(&mut lead, table).await.ok().see("10 added, 0 changed, 0 the same, 0 skipped").dont_see("Left out");
    import(&mut lead, table).await;
    let people = people(&world).await;
    for (username, tags) in [
        ("ana", "es"),
        ("liwei", "zh-Hans"),
        ("jean", "ht"),
        ("omar", "ar"),
        ("zoe", "en"),
        ("tomk", "en es"),
        ("e1", "es"),
        ("e2", "es-MX"),
        ("e3", "es"),
        ("e4", "en-US"),
    ] {
        assert_eq!(people[username].person.languages.tags(), tags, "{username}");
    }
    lead.get("/people").await.ok().see("Español").dont_see("es-MX");
});

promise!(given_and_family_names_in_two_columns_are_one_name, |world| {
    let mut lead = world.lead().await;
    import(&mut lead, include_bytes!("../files/09-first-last.csv")).await;
    let ana = &people(&world).await["ana@x.org"];
    assert_eq!((ana.person.name.as_str(), ana.advisories.len(), ana.person.called.as_deref()), ("Ana Ruiz", 1, None));
    lead.get("/people").await.ok().see("Ana Ruiz").see("9A");
});

promise!(the_columns_of_other_systems_are_known, |world| {
    let mut lead = world.lead().await;
    let one_roster = "sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,userIds,givenName,\
         familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password,preferredGivenName\n\
         s1,active,,true,o1,student,ana,,Ana María,Ruiz Peña,,4711,ana@x.org,,,p1,9,,Anita\n\
         p1,active,,false,o1,guardian,,,Rosa,Peña,,,,,,,,,\n\
         s2,tobedeleted,,true,o1,student,gone,,Gone,Away,,,,,,,,,\n";
    let page = look_over(&mut lead, one_roster.as_bytes()).await.ok();
    page.see("2 added, 0 changed, 0 the same, 1 skipped").see("no longer there").see("guardian");
    import(&mut lead, one_roster.as_bytes()).await;
    let clever = "Role,Student_id,Student_number,State_id,Last_name,Middle_name,First_name,Home_language,Student_email\n\
         student,c1,901,NY77,Haddad,B.,Omar,Arabic,omar@x.org\n";
    import(&mut lead, clever.as_bytes()).await;
    let google = "First Name [Required],Last Name [Required],Email Address [Required],Password [Required],User type\n\
         Lin,Chen,lin@x.org,****,Teacher\n";
    import(&mut lead, google.as_bytes()).await;
    let people = people(&world).await;
    let (ana, rosa) = (&people["ana"], &people["Rosa Peña"]);
    assert_eq!((ana.person.name.as_str(), ana.person.called()), ("Ana María Ruiz Peña", "Anita"));
    assert_eq!(rosa.kin_of, [(ana.person.id.clone(), "guardian".to_owned())]);
    assert_eq!(people["omar@x.org"].person.languages.tags(), "ar");
    assert_eq!(people["lin@x.org"].person.name, "Lin Chen");
    assert!(!people.contains_key("gone"));
});

promise!(a_title_above_the_columns_is_no_column, |world| {
    let mut lead = world.lead().await;
    let table = include_bytes!("../files/15-title-row.csv");
    // Lines are counted as the spreadsheet counts them.
    let page = look_over(&mut lead, table).await.ok().see("4 added, 0 changed, 0 the same, 0 skipped");
    assert!(page.text.contains(">3</td>") && !page.text.contains(">2</td>"), "{}", page.text);
    import(&mut lead, table).await;
    let people = people(&world).await;
    assert_eq!(people["sio"].person.name, "Siobhán O’Brien");
    assert_eq!(people["Rosa Núñez"].kin_of[0].1, "madre");
});

promise!(bars_between_cells_and_an_old_programs_end_mark_are_understood, |world| {
    let mut lead = world.lead().await;
    import(&mut lead, b"role|name|username|advisory\r\nstudent|Ruiz, Ana; the first|ana|9A;9B\r\n\x1A").await;
    let people = people(&world).await;
    assert_eq!(people["ana"].person.name, "Ruiz, Ana; the first");
    assert_eq!(people["ana"].advisories.len(), 2);
    // In the middle it ends nothing: such a file is no text.
    look_over(&mut lead, b"role,name,username\nstudent,A\x1A,a\n").await.is(422).see("could not read this as a table");
});

promise!(accents_typed_apart_and_what_nobody_sees_make_no_other_person, |world| {
    let mut lead = world.lead().await;
    let apart = include_bytes!("../files/18-nfd.csv");
    import(&mut lead, apart).await;
    look_over(&mut lead, "role,name,username,advisory,languages\nstudent,José Núñez,jose2,9A,es\n".as_bytes())
        .await
        .ok()
        .see("0 added, 0 changed, 1 the same, 0 skipped");
    import(&mut lead, include_bytes!("../files/12-zwsp-username.csv")).await;
    let plain = "role,name,username\nstudent,Zed One,zed@x.org\nstudent,Zed Two,zed2@x.org\n\
         student,Zed Three,zed3@x.org\nstudent,Zed Four,zed4@x.org\n";
    look_over(&mut lead, plain.as_bytes()).await.ok().see("0 added, 0 changed, 4 the same, 0 skipped");
});

promise!(a_guess_at_letters_is_shown_and_believed_only_with_a_yes, |world| {
    let mut lead = world.lead().await;
    let spanish = "role,name,username\nstudent,José Núñez,jose\nstudent,María Ruiz Peña,maria\n";
    let arabic = "role,name,username\nstudent,أمينة حداد,amina\nstudent,يوسف عبد الله,yusuf\n";
    let russian = "role,name,username\nstudent,Иван Петров,ivan\nstudent,Анна Смирнова,anna\n";
    let chinese = "role,name,username\nstudent,王小明,wang\nstudent,李丽华,li\nstudent,张伟,zhang\nstudent,陈静,chen\n";
    for (letters, text, name, words) in [
        ("macintosh", spanish, "José Núñez", "Western Europe (old Mac)"),
        ("windows-1256", arabic, "يوسف عبد الله", "Arabic"),
        ("windows-1251", russian, "Анна Смирнова", "Cyrillic"),
        ("gb18030", chinese, "李丽华", "Chinese (simplified)"),
    ] {
        let before = people(&world).await.len();
        let file = written_in(letters, text);
        let page = look_over(&mut lead, &file).await.ok().see(name).see(words).see("The letters look right");
        let text = page.hidden("text").expect("lines");
        assert_eq!(page.hidden("guessed").as_deref(), Some("yes"));
        let without = [("text", text.as_str()), ("guessed", "yes"), ("apply", "yes")];
        let asked = lead.post_files("/people/import", &without, &[]).await.is(422);
        // The question stays, however often it is passed over.
        asked.see("Please look at the letters first").see(name).has("name=\"guessed\"").has("name=\"letters_right\"");
        // Nor does a file that is sent at once come in without it.
        let files = [AFile { field: "file", name: "people.csv", bytes: &file }];
        lead.post_files("/people/import", &[("apply", "yes")], &files).await.is(422).see(name);
        assert_eq!(people(&world).await.len(), before);
        let with = [without[0], without[1], without[2], ("letters_right", "yes")];
        lead.post_files("/people/import", &with, &[]).await.leads_to("/people?said=imported");
        assert!(people(&world).await.len() > before);
    }
    lead.get("/people").await.ok().see("王小明").see("Иван Петров").see("José Núñez");
});

promise!(a_wrong_guess_is_read_again_in_other_letters, |world| {
    let mut lead = world.lead().await;
    let file = written_in("windows-1251", "role,name,username\nstudent,Иван Петров,ivan\nstudent,Анна Смирнова,anna\n");
    let page = look_over(&mut lead, &file).await.ok();
    let bytes = page.hidden("bytes").expect("the file");
    let read = [("bytes", bytes.as_str()), ("letters", "macintosh"), ("look", "yes")];
    let wrong = lead.post_files("/people/import", &read, &[]).await.ok().dont_see("Иван").see("old Mac");
    let bytes = wrong.hidden("bytes").expect("the file");
    let read = [("bytes", bytes.as_str()), ("letters", "windows-1251"), ("look", "yes")];
    lead.post_files("/people/import", &read, &[]).await.ok().see("Иван Петров").has("name=\"letters_right\"");
    for (bytes, letters) in [("no base64!", "macintosh"), (bytes.as_str(), "no letters"), ("", "macintosh")] {
        let read = [("bytes", bytes), ("letters", letters), ("look", "yes")];
        lead.post_files("/people/import", &read, &[]).await.is(422);
    }
});

promise!(targets_in_guessed_letters_wait_for_a_yes_too, |world| {
    let mut lead = world.lead().await;
    let table = "subject,statement,criteria\nLengua,Puedo contar una historia de mi niñez,Tiene un día\n";
    let file = written_in("macintosh", table);
    let files = [AFile { field: "file", name: "targets.csv", bytes: &file }];
    let page = lead.post_files("/targets/import", &[], &files).await.ok().see("mi niñez").see("old Mac");
    let text = page.hidden("text").expect("lines");
    let without = [("text", text.as_str()), ("guessed", "yes"), ("apply", "yes")];
    lead.post_files("/targets/import", &without, &[]).await.is(422).see("Please look at the letters first");
    lead.get("/targets").await.ok().dont_see("niñez");
    let with = [without[0], without[1], without[2], ("letters_right", "yes")];
    lead.post_files("/targets/import", &with, &[]).await.leads_to("/targets");
    lead.get("/targets").await.ok().see("mi niñez");
});

promise!(a_number_that_a_spreadsheet_shortened_is_named_as_what_it_is, |world| {
    let mut lead = world.lead().await;
    let table = "role,name,username,email,students,kinship\n\
         student,Ana,1.23457E+11,,,\n\
         student,Ben,\"1,23457E+11\",ben@x.org,,\n\
         family,Rosa,,,1.23457E+11,tía\n";
    let page = look_over(&mut lead, table.as_bytes()).await.ok();
    page.see("1 added, 0 changed, 0 the same, 2 skipped")
        .see("is a long number that the spreadsheet made shorter")
        .see("Left out:");
    import(&mut lead, table.as_bytes()).await;
    let people = people(&world).await;
    assert!(people.contains_key("ben@x.org") && !people.contains_key("1.23457e+11"));
});

promise!(what_is_wrong_with_a_cell_costs_the_cell_and_not_the_person, |world| {
    let mut lead = world.lead().await;
    let long = "9".repeat(300);
    let table = format!(
        "role,name,called,username,advisory,languages,students,kinship\n\
         student,Ana Ruiz,{long},ana,{long},\"Spanish, Martian tongue\",,\n\
         family,Rosa Ruiz,,rosa ruiz,,Klingon!,\"ana, nobody.here\",tía\n"
    );
    let page = look_over(&mut lead, table.as_bytes()).await.ok();
    page.see("2 added, 0 changed, 0 the same, 0 skipped")
        .see("We do not know the language “\u{2068}Martian tongue\u{2069}”")
        .see("We do not know the language “\u{2068}Klingon!\u{2069}”")
        .see("“advisory” is longer than fits")
        .see("“called” is longer than fits")
        .see("has spaces in it")
        .see("There is no student with the username “\u{2068}nobody.here\u{2069}”");
    import(&mut lead, table.as_bytes()).await;
    let people = people(&world).await;
    assert_eq!((people["ana"].person.languages.tags(), people["ana"].advisories.len()), ("es".to_owned(), 0));
    assert_eq!(people["Rosa Ruiz"].kin_of.len(), 1);
});

promise!(what_a_table_says_people_are_called_stands_where_they_have_not_said_it_themselves, |world| {
    let mut lead = world.lead().await;
    let table = "role,name,called,username\nstudent,\"Ruiz Peña, Ana María\",,ana\nstudent,Ben Ode,Benny,ben\n";
    import(&mut lead, table.as_bytes()).await;
    let ana = people(&world).await["ana"].person.clone();
    // Which word is a first name nobody guesses.
    assert_eq!((ana.called(), people(&world).await["ben"].person.called()), ("Ruiz Peña, Ana María", "Benny"));
    let mut student = world.as_(&ana).await;
    student.post("/called", &[("made_from", ""), ("called", "Anita")]).await.leads_to("/called?said=called");
    let newer = table.replace(",,ana", ",Annie,ana").replace("Benny", "Ben");
    let page = look_over(&mut lead, newer.as_bytes()).await.ok().see("0 added, 1 changed, 1 the same, 0 skipped");
    page.see("They chose how they are called themselves. That stays.").see("Likes to be called \u{2068}Ben\u{2069}.");
    import(&mut lead, newer.as_bytes()).await;
    let people = people(&world).await;
    assert_eq!((people["ana"].person.called(), people["ben"].person.called()), ("Anita", "Ben"));
});

promise!(a_hostile_table_is_refused_or_read_in_a_moment, |world| {
    let before = people(&world).await.len();
    let mut lead = world.lead().await;
    let wide = |first: &str, rest: &str| format!("{first}{}\n", rest.repeat(10_000)).into_bytes();
    let header = "role,name,username,advisory,languages,students,kinship";
    let line = |cells: String| format!("{header}\n{cells}\n").into_bytes();
    let begun = Instant::now();
    for (table, status, said) in [
        (line(format!("student,{},a", "x".repeat(50 * 1024 * 1024))), 413, "more than fits"),
        (line(format!("student,{},a", "x".repeat(3 * 1024 * 1024))), 422, "too big"),
        (format!("{header}\n").into_bytes(), 422, "no lines follow"),
        (b"role,name,username\nstudent,A\0B,ab\n".to_vec(), 422, "could not read this as a table"),
        (b"r\0o\0l\0e\0".repeat(100), 422, "did not find"),
        (wide(header, ",column"), 422, "no lines follow"),
        (wide(header, ",name"), 422, "is there twice"),
        (wide("not", ",a column"), 422, "did not find"),
        ([wide(header, ",x"), wide("student,Ann,ann", ",y")].concat(), 200, "1 added"),
        (line(format!("student,{},b", "x".repeat(1_900_000))), 200, "“name” is longer than fits"),
        (line(format!("student,C,c,{}", "9A|".repeat(600_000))), 200, "“advisory” is longer than fits"),
        (line(format!("student,D,d,,\"{}\"", "aa-bb,cc,".repeat(200_000))), 200, "“languages” is longer than fits"),
        (line(format!("family,E,,,,\"{}\",tía", "u,v w ".repeat(300_000))), 200, "“students” is longer than fits"),
        (line(",".repeat(1_900_000)), 422, "no lines follow"),
        (b"\"".repeat(100_000), 422, ""),
        (b"|;,\t".repeat(400_000), 422, ""),
        (vec![0xFF; 500_000], 422, ""),
        ((0..500_000_u32).map(|at| 0x80 + (at.wrapping_mul(2_654_435_761) >> 25) as u8).collect(), 422, ""),
    ] {
        let page = look_over(&mut lead, &table).await;
        let start = String::from_utf8_lossy(&table[..table.len().min(40)]).into_owned();
        assert_eq!(page.status.as_u16(), status, "{start}: {}", page.words());
        page.see(said);
    }
    assert!(begun.elapsed() < Duration::from_secs(120), "{:?}", begun.elapsed());
    assert_eq!(people(&world).await.len(), before);
});
