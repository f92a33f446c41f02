//! Links and codes as they arrive: glued to other signs, copied by hand, typed on other keyboards.

use kinfolio::grant::Key;

use crate::coming_in::{username, with_password};
use crate::promise;
use crate::world::World;

/// A letter for the student's family: the link's token and the code.
async fn a_letter(world: &World) -> Key {
    let student = world.people.student.id.to_string();
    let person = world.people.family.id.to_string();
    let mut asks = world.student().await;
    let form = asks.get(&format!("/student/{student}/grants?person={person}")).await.ok();
    let (id, key) = (form.hidden("id").unwrap(), form.hidden("key").unwrap());
    let make = [("id", id.as_str()), ("key", &key), ("person", &person), ("days", "120")];
    asks.post(&format!("/student/{student}/grants"), &make).await.ok();
    Key::parse(&key).unwrap()
}

/// Gives the student's family a way in that is open, whoever is signed in.
pub async fn a_way_in(world: &World) {
    a_letter(world).await;
}

/// As keyboards in Chinese, Japanese and Korean write it.
fn wide(text: &str) -> String {
    text.chars()
        .map(|c| if c.is_ascii_graphic() { char::from_u32(c as u32 + 0xFEE0).unwrap_or(c) } else { c })
        .collect()
}

/// As an address carries it.
fn encoded(text: &str) -> String {
    let byte = |byte: u8| match byte {
        b'/' => "/".to_owned(),
        byte if byte.is_ascii_alphanumeric() => char::from(byte).to_string(),
        byte => format!("%{byte:02X}"),
    };
    text.bytes().map(byte).collect()
}

promise!(a_link_opens_however_it_was_copied, |world| {
    let letter = a_letter(&world).await;
    let token = letter.token();
    let capitals = token.to_uppercase();
    for address in [
        format!("/grant/{token}."),
        format!("/grant/{token},"),
        format!("/grant/{token})"),
        format!("/grant/{token}>"),
        format!("/grant/{token}/"),
        format!("/grant/{token}//"),
        format!("/grant/{token}/)."),
        format!("/grant/{token}/?utm_source=mail"),
        format!("/grant/{capitals}"),
        format!("/grant/{capitals}/."),
        format!("/GRANT/{capitals}"),
        format!("/Grant/{token}/"),
        format!("/grant/{}", wide(token)),
        format!("/grant/{}/", wide(&capitals)),
        format!("/GRANT/{}。", wide(&capitals)),
    ] {
        let mut visitor = world.visitor();
        let (path, query) = address.split_once('?').map_or((address.as_str(), ""), |(path, query)| (path, query));
        let mut page = visitor.get(&format!("{}?{query}", encoded(path))).await;
        if let Some(meant) = page.goes_to().filter(|to| to.starts_with("/grant/")) {
            assert_eq!(meant, format!("/grant/{token}"), "{address}");
            page = visitor.get(&meant).await;
        }
        page.leads_to("/");
        visitor.get(&format!("/student/{}", world.people.student.id)).await.ok().see("Rosa");
    }
    // What is no link stays what it is, and nothing is done for a form that is sent there.
    let part = &token[..47];
    for nothing in [format!("/GRANT/{part}"), format!("/grants/{token}"), format!("/x/grant/{token}"), "/GRANT/".into()]
    {
        world.visitor().get(&nothing).await.is(404);
    }
    world.visitor().post(&format!("/GRANT/{capitals}"), &[]).await.is(404);
});

promise!(a_familys_code_opens_from_every_keyboard, |world| {
    let code = a_letter(&world).await.code();
    for typed in [
        code.to_lowercase(),
        code.replace('-', ""),
        code.replace('-', " – "),
        wide(&code),
        wide(&code.to_lowercase()).replace('－', "ー"),
        format!(" {code}."),
        format!("({code})"),
        format!("«{code}/»,"),
    ] {
        let mut visitor = world.visitor();
        visitor.post("/grant", &[("code", &typed)]).await.leads_to("/");
    }
});

promise!(a_code_from_paper_opens_in_wide_letters, |world| {
    let code = crate::coming_in::code_for(&world, &world.people.student).await;
    let form = [
        ("username", username(&world.people.student)),
        ("code", &wide(&code)),
        ("password", "three blue kites"),
        ("password_again", "three blue kites"),
    ];
    world.visitor().post("/sign-in/code", &form).await.leads_to("/");
});

promise!(a_password_opens_in_whatever_composition_it_is_typed, |world| {
    let (composed, apart) = ("mañana será otro día", "man\u{303}ana sera\u{301} otro di\u{301}a");
    for (person, chosen) in [(&world.people.student, composed), (&world.people.advisor, apart)] {
        with_password(&world, person, chosen).await;
        for typed in [composed, apart] {
            let form = [("username", username(person)), ("password", typed)];
            world.visitor().post("/sign-in", &form).await.leads_to("/");
        }
    }
});
