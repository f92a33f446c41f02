//! Three people write one statement at once: a student on a laptop, an advisor, and a grandmother on a phone.

use kinfolio_testkit::browser::{Browser, Look};

use crate::house::{House, letter_for};

/// Adds words at the end of the field, as if typed.
pub async fn adds(browser: &Browser, words: &str) {
    browser
        .run(&format!(
            "const field = document.getElementById('field-text'); field.focus();
             field.setSelectionRange(field.value.length, field.value.length);
             document.execCommand('insertText', false, {words:?})"
        ))
        .await;
}

/// Waits until the field reads so.
pub async fn reads(browser: &Browser, words: &str) {
    for _ in 0..200 {
        let read = browser.run("return document.getElementById('field-text').value").await;
        if read.as_str().is_some_and(|read| read.contains(words)) {
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    let read = browser.run("return document.getElementById('field-text').value").await;
    panic!("{words:?} is not in {read}");
}

/// Waits until somebody is among those who write.
pub async fn is_here(browser: &Browser, name: &str) {
    let people = "return document.querySelector('.together__people').textContent";
    for _ in 0..200 {
        if browser.run(people).await.as_str().is_some_and(|people| people.contains(name)) {
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    panic!("{name} is not here: {}", browser.run(people).await);
}

#[tokio::test]
async fn three_people_write_one_statement_at_once() {
    let house = House::open().await;
    if !house.has_client() {
        return;
    }
    let student = house.sign_in_as("Marisol", Look::LAPTOP).await;
    student.click("What success means").await;
    let definition = student.path().await;
    student.click("Grown from the words of").await;
    student.click("Change these words").await;
    let statement = student.path().await;
    let advisor = house.sign_in_as("Ruth Adeyemi", Look::LAPTOP).await;
    // The grandmother has no account: she comes in by the link on her letter.
    let family = Browser::open(house.address(), Look::PHONE.reading("es")).await;
    family.goto(&letter_for(&advisor, "Marisol Cuevas Lara", "Ofelia Lara").await).await;
    for browser in [&advisor, &family] {
        browser.goto(&statement).await;
    }
    is_here(&student, "Ofelia Lara").await;
    is_here(&family, "Ruth Adeyemi").await;

    adds(&student, " And we say why.").await;
    reads(&family, "And we say why.").await;
    adds(&family, " Y nos reímos.").await;
    reads(&student, "Y nos reímos.").await;
    reads(&advisor, "And we say why. Y nos reímos.").await;
    student.see("Everything is kept.").await;
    student.look_over().await;
    family.look_over().await;
    house.picture(&student, "together", Look::LAPTOP).await;
    house.picture(&family, "together", Look::PHONE).await;

    // Taking back takes one's own words, though somebody else wrote after them.
    adds(&student, " Oops").await;
    reads(&family, "Oops").await;
    adds(&family, " Y cantamos.").await;
    reads(&student, "Oops Y cantamos.").await;
    student.press("Control+z").await;
    reads(&family, "Y nos reímos. Y cantamos.").await;
    reads(&student, "Y nos reímos. Y cantamos.").await;
    student.press("Control+Shift+z").await;
    reads(&family, "Oops Y cantamos.").await;
    student.press("Control+z").await;
    reads(&family, "Y nos reímos. Y cantamos.").await;

    // One of them loses the line, writes on, and comes back.
    advisor.cut_off(true).await;
    advisor.run("window.dispatchEvent(new Event('offline'))").await;
    adds(&advisor, " Slowly.").await;
    adds(&student, " Together.").await;
    reads(&family, "Together.").await;
    advisor.cut_off(false).await;
    advisor.run("window.dispatchEvent(new Event('online'))").await;
    reads(&student, "Slowly.").await;
    reads(&advisor, "Together.").await;

    student.click("Save").await;
    student.see("Y nos reímos.").await;
    student.look_over().await;
    let once = student.run("return [...document.querySelectorAll('.agreed .statement')].map(agreed => agreed.textContent).join().split('Y nos reímos.').length - 1").await;
    assert_eq!(once, 1, "what was written live is not brought in twice by the form");

    // The advisor sees it differently, and says so beside it.
    advisor.goto(&format!("{statement}/view")).await;
    advisor.look_over().await;
    advisor.fill("How I see it", "I would not wait until it is warm.").await;
    advisor.click("Save").await;
    advisor.see("We see this differently").await;
    advisor.look_over().await;
    house.picture(&advisor, "differ", Look::LAPTOP).await;

    // Everyone is asked; a change afterwards asks again, and shows what changed.
    for (ending, version) in [("Y nos reímos.", "first"), ("Always.", "second")] {
        if version == "second" {
            student.goto(&statement).await;
            is_here(&student, "You are writing alone").await;
            adds(&student, " Always.").await;
            student.click("Save").await;
        }
        student.see(ending).await;
        student.run("[...document.forms].find(form => /version$/.test(form.action)).requestSubmit()").await;
        student.see("Answer").await;
        let english = ["Answer", "Yes, these are our words", "Send my answer", "Your answer is here."];
        let spanish = ["Responder", "Sí, son nuestras palabras", "Enviar mi respuesta", "La respuesta ya está aquí."];
        for (browser, [way, yes, send, thanks]) in [(&student, english), (&advisor, english), (&family, spanish)] {
            browser.goto(&definition).await;
            browser.see(ending).await;
            browser.click(way).await;
            browser.look_over().await;
            browser.tick(yes).await;
            browser.click(send).await;
            browser.see(thanks).await;
        }
        student.goto(&definition).await;
        student.see("affirmed by all three voices").await;
    }
    house.picture(&student, "affirmed", Look::LAPTOP).await;
    for browser in [student, advisor, family] {
        browser.close().await;
    }
}
