//! The whole main job, starting from an empty folder: a lead opens the school, and at the end a family reads at home.
//! Once as browsers are today, once with JavaScript off.

use kinfolio_testkit::browser::{Browser, Look};

use crate::house::House;

const PEOPLE: &str = "\
role,name,username,advisory,languages,students,kinship
advisor,Ada Okafor,ada,9B,en,,
student,Nayeli Cruz,nayeli,9B,\"en, es\",,
family,Rosa Cruz,,,es,nayeli,abuela
";

const PASSWORD: &str = "three blue kites";

/// One person with a browser of their own.
struct Someone<'h> {
    house: &'h House,
    browser: Browser,
    look: Look,
}

impl<'h> Someone<'h> {
    async fn at(house: &'h House, look: Look) -> Self {
        Self { house, browser: Browser::open(house.address(), look).await, look }
    }

    /// Looks over what is there, and keeps a picture of it.
    async fn look(&self, name: &str) {
        self.browser.look_over().await;
        self.house.picture(&self.browser, &format!("from-nothing-{name}"), self.look).await;
    }

    /// Comes in with a code from paper, and chooses a password.
    async fn come_in(&self, username: &str, code: &str) {
        self.browser.goto("/sign-in").await;
        self.browser.click("I have a code on paper").await;
        self.browser.fill("Username or e-mail", username).await;
        self.browser.fill("Code", code).await;
        self.browser.fill("New password", PASSWORD).await;
        self.browser.fill("The same password again", PASSWORD).await;
        self.browser.click("Come in").await;
        // Passwords take their time: whoever went on at once would go on as nobody.
        self.browser.dont_see("The same password again").await;
    }
}

async fn from_an_empty_folder_to_a_family_at_home(look: Look) {
    let house = House::empty().await;
    let lead = Someone::at(&house, look).await;
    set_up(&lead).await;
    bring_in_people(&lead).await;
    let codes = print_codes(&lead).await;
    let code = |username: &str| {
        let of = codes.iter().find(|(name, _)| name == username);
        of.map(|(_, code)| code.clone()).unwrap_or_else(|| panic!("{username} has a slip in {codes:?}"))
    };
    write_targets(&lead).await;

    let student = Someone::at(&house, look).await;
    student.come_in("nayeli", &code("nayeli")).await;
    add_work_and_ask(&student).await;
    let advisor = Someone::at(&house, look).await;
    advisor.come_in("ada", &code("ada")).await;
    answer(&advisor, "Not yet", "Say what happens to the half when the whole changes.").await;
    revise_and_ask(&student).await;
    answer(&advisor, "Mastered", "You showed it with cloth and with words.").await;
    put_on_a_shelf(&student).await;

    start_definition(&student).await;
    let letter = make_a_letter(&advisor).await;
    let family = Someone::at(&house, Look { width: 360, ..look }.reading("es")).await;
    family.browser.goto(&letter).await;
    family.browser.see("Nayeli").await;
    family.look("family-home").await;
    contribute_in_spanish(&family).await;
    contribute(&advisor).await;
    agree_and_ask(&student).await;
    let (yes, send) = ("Yes, these are our words", "Send my answer");
    affirm(&student, &["Read and answer"], yes, send).await;
    affirm(&advisor, &["Nayeli Cruz", "What success means", "Answer"], yes, send).await;
    affirm(&family, &["Leer y responder"], "Sí, son nuestras palabras", "Enviar mi respuesta").await;
    student.browser.click("What success means").await;
    student.browser.see("affirmed by all three voices").await;
    student.look("definition").await;

    plan_a_conference(&student).await;
    present(&student).await;
    read_and_reply(&family).await;
    end_the_link(&student, &family).await;
    for someone in [lead, student, advisor, family] {
        assert_eq!(someone.browser.console_errors().await, Vec::<String>::new());
        someone.browser.close().await;
    }
}

async fn set_up(lead: &Someone<'_>) {
    let browser = &lead.browser;
    browser.goto("/").await;
    browser.see("Set up your school").await;
    lead.look("set-up").await;
    browser.fill("Name of the school", "Escuela del Puente").await;
    browser.fill("Your name", "Lucía Ferrer").await;
    browser.fill("Username or e-mail", "lucia").await;
    browser.fill("Password", PASSWORD).await;
    browser.fill("The same password again", PASSWORD).await;
    browser.click("Open the school").await;
    browser.see("Escuela del Puente").await;
    lead.look("lead-home").await;
    browser.goto("/set-up").await;
    browser.dont_see("Set up your school").await;
}

async fn bring_in_people(lead: &Someone<'_>) {
    let browser = &lead.browser;
    let table = lead.house.file("people.csv", PEOPLE.as_bytes());
    for turn in ["first", "second"] {
        browser.goto("/people").await;
        browser.click("Import people").await;
        browser.attach("The file", &table).await;
        browser.click("Look it over first").await;
        browser.see("Look before you import").await;
        lead.look(&format!("import-{turn}")).await;
        if turn == "first" {
            browser.click("Import 3 lines").await;
            browser.see("Nayeli Cruz").await;
        } else {
            browser.see("Nothing would change").await;
        }
    }
}

/// Usernames with their codes.
async fn print_codes(lead: &Someone<'_>) -> Vec<(String, String)> {
    let browser = &lead.browser;
    browser.goto("/people/codes").await;
    browser.click("Make the sheet").await;
    browser.see("Sign-in codes to print").await;
    lead.look("codes").await;
    let slips = browser
        .run(
            "return [...document.querySelectorAll('.slip')].map(slip => [slip.querySelector('p + p bdi').textContent,
                [...slip.querySelectorAll('.code span:not(.sr)')].map(group => group.textContent).join('-')])",
        )
        .await;
    serde_json::from_value(slips).expect("slips of paper")
}

async fn write_targets(lead: &Someone<'_>) {
    let browser = &lead.browser;
    for (skill, below) in
        [("I can name parts of a whole", None), ("I can compare two fractions", Some("I can name parts"))]
    {
        browser.goto("/targets/new").await;
        browser.fill("Subject", "Mathematics").await;
        browser.fill("The skill", skill).await;
        browser.fill("What does it look like when it is mastered?", "I show it two ways.\nI say why.").await;
        if let Some(below) = below {
            browser.tick(below).await;
        }
        browser.click("Save").await;
        browser.see(skill).await;
    }
    lead.look("targets").await;
}

async fn add_work_and_ask(student: &Someone<'_>) {
    let browser = &student.browser;
    browser.see("Your next step").await;
    student.look("student-home").await;
    browser.goto("/work/new").await;
    browser.fill("Title", "Half of what?").await;
    browser.fill("In words", "A quilt is **one whole**. Each patch is a part of it.").await;
    browser.tick("Something made").await;
    browser.tick("I can compare two fractions").await;
    browser.tick("Everyone at my conference").await;
    let photo = student.house.file("quilt.jpg", &a_photo());
    browser.attach("Take or choose pictures", &photo).await;
    student.look("add-work").await;
    browser.click("Keep in my work").await;
    // Others see it now: somebody of them may hear it instead.
    browser.see("One picture has no words yet").await;
    browser.fill("What does this picture show?", "A quilt, half of it in the light").await;
    student.look("describe").await;
    browser.click("Save").await;
    browser.see("Your pictures now speak to everyone").await;
    browser.see("Ask for a mastery check").await;
    browser.see("Half of what?").await;
    student.look("work").await;
    browser.click("Ask for a mastery check").await;
    browser.see("Your advisor has it").await;
}

async fn answer(advisor: &Someone<'_>, answer: &str, words: &str) {
    let browser = &advisor.browser;
    browser.goto("/").await;
    browser.click("Open the check").await;
    browser.tick(answer).await;
    browser.fill("What shows it, or what would get it there", words).await;
    if answer == "Mastered" {
        browser.fill("Why accept it anyway", "The cloth names every part.").await;
    }
    advisor.look("check").await;
    browser.click("Send my answer").await;
    // No other check waits: what else there is comes next.
    browser.see("Your answer is with the student.").await;
    browser.see("Today first").await;
}

async fn revise_and_ask(student: &Someone<'_>) {
    let browser = &student.browser;
    browser.goto("/").await;
    browser.see("not yet, and what would get it there").await;
    browser.click("Read it and try again").await;
    browser.see("Say what happens to the half").await;
    browser.click("Add a revision").await;
    browser.fill("In words", "When the quilt grows, its half grows too.").await;
    browser.click("Keep this revision").await;
    browser.see("When the quilt grows").await;
    browser.click("What came before").await;
    browser.click("Read version 1").await;
    browser.see("Each patch is a part of it.").await;
    browser.click("Read the latest").await;
    browser.click("Ask for a mastery check").await;
    browser.see("Your advisor has it").await;
    student.look("road").await;
}

async fn put_on_a_shelf(student: &Someone<'_>) {
    let browser = &student.browser;
    browser.click("Portfolio").await;
    browser.click("Arrange my portfolio").await;
    browser.fill("Its name", "Made with my hands").await;
    browser.tick("Half of what?").await;
    student.look("arrange").await;
    browser.click("Add this shelf").await;
    browser.click("Portfolio").await;
    browser.see("Made with my hands").await;
    student.look("portfolio").await;
}

async fn start_definition(student: &Someone<'_>) {
    let browser = &student.browser;
    browser.click("What success means").await;
    browser.click("Start our definition").await;
    student.look("definition-empty").await;
    browser.click("Add words").await;
    browser.fill("Your words", "I want to be somebody people can lean on.").await;
    browser.click("Add these words").await;
    browser.see("somebody people can lean on").await;
}

/// The link a letter carries.
async fn make_a_letter(advisor: &Someone<'_>) -> String {
    let browser = &advisor.browser;
    browser.goto("/").await;
    browser.click("Nayeli Cruz").await;
    browser.click("Family").await;
    browser.click("Make a link").await;
    browser.click("Make the letter").await;
    browser.see("Dear").await;
    advisor.look("letter").await;
    let link = browser.run("return document.body.textContent.match(/http\\S+\\/grant\\/\\w+/)[0]").await;
    link.as_str().expect("a link").to_owned()
}

async fn contribute_in_spanish(family: &Someone<'_>) {
    let browser = &family.browser;
    browser.click("Responder").await;
    browser.fill("O por escrito", "Cuidar a los mayores y decir la verdad.").await;
    browser.click("Agregar estas palabras").await;
    browser.see("Cuidar a los mayores").await;
    family.look("family-contributed").await;
}

async fn contribute(advisor: &Someone<'_>) {
    let browser = &advisor.browser;
    browser.goto("/").await;
    browser.click("Nayeli Cruz").await;
    browser.click("What success means").await;
    browser.click("Add words").await;
    browser.fill("Your words", "She listens first, and then the others do.").await;
    browser.click("Add these words").await;
    browser.see("She listens first").await;
}

async fn agree_and_ask(student: &Someone<'_>) {
    let browser = &student.browser;
    browser.goto("/").await;
    browser.click("What success means").await;
    browser.click("Write what we agree").await;
    browser.fill("Our words", "We look after one another, and we say what is true.").await;
    browser.tick("I want to be somebody").await;
    student.look("statement").await;
    browser.click("Save").await;
    browser.see("We look after one another").await;
    // What is still open is said once, and stands in nobody's way.
    browser.click("Ask everyone to answer").await;
    browser.see("Still open").await;
    student.look("ask").await;
    browser.click("Ask everyone as it is").await;
    browser.see("has not answered").await;
}

/// Answers the version that waits, found by these words on the way from home.
async fn affirm(someone: &Someone<'_>, way: &[&str], answer: &str, send: &str) {
    let browser = &someone.browser;
    browser.goto("/").await;
    for words in way {
        browser.click(words).await;
    }
    browser.tick(answer).await;
    browser.click(send).await;
    browser.see("We look after one another").await;
}

async fn plan_a_conference(student: &Someone<'_>) {
    let browser = &student.browser;
    browser.click("My conference").await;
    browser.set("Day", "2030-05-17").await;
    browser.set("Time", "17:40").await;
    browser.fill("Place", "Room 12, then the garden").await;
    student.look("plan-start").await;
    browser.click("Save").await;
    browser.click("Start from the guide").await;
    browser.see("25 minutes").await;
    browser.click("Two or three works").await;
    browser.click("Change: Two or three works").await;
    browser.fill("Name", "Half of what?").await;
    browser.tick("We look after one another").await;
    browser.tick("Half of what?").await;
    browser.fill("Cue notes", "Hold up the cloth first.").await;
    student.look("moment").await;
    browser.click("Save").await;
    browser.see("Hold up the cloth first.").await;
    student.look("plan").await;
}

async fn present(student: &Someone<'_>) {
    let browser = &student.browser;
    browser.click("Present").await;
    browser.click("Begin").await;
    browser.see("Moment 1 of 7").await;
    browser.click("Next").await;
    browser.see("Moment 2 of 7").await;
    browser.click("Next").await;
    browser.see("Moment 3 of 7").await;
    student.look("present").await;
    browser.click("Overview").await;
    browser.see("Go on where we are").await;
    browser.goto("/").await;
    browser.click("My conference").await;
    browser.see("25 minutes").await;
}

async fn read_and_reply(family: &Someone<'_>) {
    let browser = &family.browser;
    browser.goto("/").await;
    let conference = browser.link("/conference/").await.expect("the family finds the conference");
    browser.goto(&conference).await;
    browser.dont_see("Hold up the cloth first.").await;
    browser.click("Hablar o escribir").await;
    family.look("family-reply").await;
    browser.fill("O por escrito", "Me da orgullo, mi niña.").await;
    browser.click("Enviarlo").await;
    browser.see("Me da orgullo, mi niña.").await;
    family.look("family-replied").await;
}

async fn end_the_link(student: &Someone<'_>, family: &Someone<'_>) {
    let browser = &student.browser;
    browser.goto("/").await;
    browser.see("Rosa Cruz").await;
    browser.click("My family").await;
    student.look("my-family").await;
    browser.click("End this link").await;
    browser.see("No link is open.").await;
    family.browser.goto("/").await;
    family.browser.dont_see("Nayeli").await;
    family.look("link-ended").await;
}

fn a_photo() -> Vec<u8> {
    let picture = image::RgbImage::from_fn(1200, 900, |x, y| {
        let patch = (x / 150 + y / 150) % 3;
        image::Rgb([[178, 72, 60], [235, 220, 190], [60, 92, 120]][patch as usize])
    });
    let mut bytes = std::io::Cursor::new(Vec::new());
    picture.write_to(&mut bytes, image::ImageFormat::Jpeg).expect("a picture in memory can be written");
    bytes.into_inner()
}

#[tokio::test]
async fn the_whole_job_from_an_empty_folder_on_a_laptop() {
    from_an_empty_folder_to_a_family_at_home(Look::LAPTOP).await;
}

#[tokio::test]
async fn the_whole_job_from_an_empty_folder_on_phones_without_javascript() {
    from_an_empty_folder_to_a_family_at_home(Look::PHONE.without_javascript()).await;
}
