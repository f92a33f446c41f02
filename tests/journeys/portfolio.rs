//! The portfolio: a grandmother tells what she saw, the student lets it stand, gives the front a picture and a colour, and
//! looks at it all with other eyes.

use kinfolio_testkit::browser::{Browser, Look};

use crate::house::{House, letter_for};

const TOLD: &str = "Le cosió el dobladillo a la vecina y no quiso que le pagaran.";

/// Goes to the student's portfolio, and gives its address.
async fn portfolio(student: &Browser) -> String {
    student.goto("/").await;
    student.click("Portfolio").await;
    student.see("Arrange my portfolio").await;
    student.path().await
}

#[tokio::test]
async fn what_a_grandmother_tells_on_a_phone_stands_on_the_portfolio() {
    let house = House::open().await;
    let advisor = house.sign_in_as("Ruth Adeyemi", Look::LAPTOP).await;
    let link = letter_for(&advisor, "Marisol Cuevas Lara", "Ofelia Lara").await;
    // She has no account and no script: the link on her letter is enough.
    let look = Look::PHONE.reading("es").without_javascript();
    let family = Browser::open(house.address(), look).await;
    family.goto(&link).await;
    let student = house.sign_in_as("Marisol", Look::LAPTOP).await;
    let address = portfolio(&student).await;
    family.goto(&address).await;
    family.look_over().await;
    house.picture(&family, "portfolio-family", look).await;
    family.click("Hablar o escribir").await;
    family.see("Cuente algo sobre").await;
    family.look_over().await;
    house.picture(&family, "portfolio-tell", look).await;
    family.fill("O por escrito", TOLD).await;
    family.click("Enviar a").await;
    family.see(TOLD).await;
    family.look_over().await;
    family.goto(&address).await;
    family.dont_see(TOLD).await;

    portfolio(&student).await;
    student.click("What my family tells").await;
    student.see(TOLD).await;
    student.look_over().await;
    house.picture(&student, "portfolio-told", Look::LAPTOP).await;
    student.goto(&answer_to(&student, TOLD).await).await;
    student.see("Where should it go?").await;
    student.look_over().await;
    student.fill("Say thank you", "Gracias, abuela. Era un hilo azul.").await;
    student.tick("In my portfolio").await;
    student.choose("On which shelf?", "From the kitchen table").await;
    student.click("Send my answer").await;
    student.see("It is in your portfolio, in their words.").await;

    family.goto(&address).await;
    family.see(TOLD).await;
    family.dont_see("Era un hilo azul.").await;
    family.click("Hablar o escribir").await;
    family.see("Era un hilo azul.").await;
    advisor.goto(&address).await;
    advisor.look_over().await;
    for browser in [advisor, family, student] {
        browser.close().await;
    }
}

/// Where the student answers the testimony with these words.
async fn answer_to(student: &Browser, words: &str) -> String {
    let script = format!(
        "return [...document.querySelectorAll('article')].find(card => card.textContent.includes({words:?}))
            .parentElement.querySelector('a[href$=answer]').getAttribute('href')"
    );
    student.run(&script).await.as_str().expect("a way to answer").to_owned()
}

async fn a_look_of_its_own(look: Look) {
    let house = House::open().await;
    let browser = house.sign_in_as("Marisol", look).await;
    let address = portfolio(&browser).await;
    browser.look_over().await;
    house.picture(&browser, "portfolio", look).await;
    browser.click("Cover and color").await;
    browser.tick("Plum").await;
    browser.look_over().await;
    house.picture(&browser, "portfolio-cover", look).await;
    browser.click("Save").await;
    browser.see("Arrange my portfolio").await;
    assert_eq!(browser.path().await, address);

    for (eyes, words) in [
        ("your family", "with the eyes of your family"),
        ("whoever comes to the conference", "somebody who is invited to your conference"),
        ("your advisor", "with the eyes of your advisor"),
    ] {
        browser.goto(&address).await;
        browser.click(eyes).await;
        browser.see(words).await;
        browser.dont_see("Arrange my portfolio").await;
        browser.look_over().await;
    }
    house.picture(&browser, "portfolio-eyes", look).await;
    browser.click("Back to your own view").await;
    browser.click("Print it").await;
    browser.see("What is in it").await;
    browser.look_over().await;
    house.picture(&browser, "portfolio-print", look).await;

    browser.goto(&format!("{address}/arrange")).await;
    browser.look_over().await;
    house.picture(&browser, "portfolio-arrange", look).await;
    browser.fill("Its name", "For whoever fixes things").await;
    browser.click("Add this shelf").await;
    browser.see("For whoever fixes things").await;
    browser.click("Make a statement a shelf").await;
    browser.look_over().await;
    browser.click("Make it a shelf").await;
    browser.goto(&format!("{address}/arrange")).await;
    browser.look_over().await;
    browser.close().await;
}

#[tokio::test]
async fn a_student_gives_the_portfolio_a_look_of_its_own_on_a_laptop() {
    a_look_of_its_own(Look::LAPTOP).await;
}

#[tokio::test]
async fn a_student_gives_the_portfolio_a_look_of_its_own_on_a_phone_without_javascript_in_the_dark() {
    a_look_of_its_own(Look::PHONE.without_javascript().dark()).await;
}

#[tokio::test]
async fn a_portfolio_is_read_in_arabic() {
    let house = House::open().await;
    let look = Look::PHONE.reading("ar");
    let browser = house.sign_in_as("Hanan", look).await;
    browser.goto("/").await;
    crate::go_to_pages_of(&browser, "Salma").await;
    let child = browser.path().await.split('/').nth(2).unwrap_or_default().to_owned();
    browser.goto(&format!("/student/{child}/portfolio")).await;
    browser.see("دفتر الوصفات").await;
    browser.look_over().await;
    house.picture(&browser, "portfolio-arabic", look).await;
    browser.goto(&format!("/student/{child}/portfolio/print")).await;
    browser.look_over().await;
    browser.goto(&format!("/student/{child}/testimony")).await;
    browser.look_over().await;
    house.picture(&browser, "portfolio-tell-arabic", look).await;
    browser.close().await;
}
