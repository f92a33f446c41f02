//! Adding work on a phone: two taps, and words that are safe while they are typed.

use kinfolio_testkit::browser::{Browser, Look};

use crate::house::House;

pub const TAKE: &str = "Take a picture or choose files";

pub fn a_photo() -> Vec<u8> {
    let picture = image::RgbImage::from_fn(900, 700, |x, y| image::Rgb([(x / 4) as u8, (y / 4) as u8, 120]));
    let mut bytes = std::io::Cursor::new(Vec::new());
    picture.write_to(&mut bytes, image::ImageFormat::Jpeg).expect("a picture in memory can be written");
    bytes.into_inner()
}

/// Until the islands of the page are awake.
async fn awake(browser: &Browser, sign: &str) {
    browser.run(&format!("if (!document.querySelector('{sign}')) throw new Error('asleep'); return true")).await;
}

#[tokio::test]
async fn a_picture_becomes_a_work_without_a_script() {
    let house = House::open().await;
    let look = Look::PHONE.without_javascript();
    let browser = house.sign_in_as("Marisol", look).await;
    browser.see(TAKE).await;
    browser.look_over().await;
    house.picture(&browser, "adding-home", look).await;
    browser.goto("/work").await;
    let photo = house.file("My volcano poster.jpg", &a_photo());
    browser.attach(TAKE, &photo).await;
    browser.look_over().await;
    house.picture(&browser, "adding-chosen", look).await;
    browser.click("Add to my work").await;
    browser.see("Added. Only you can see it so far.").await;
    browser.see("My volcano poster").await;
    browser.see("You can still add").await;
    browser.look_over().await;
    house.picture(&browser, "adding-added", look).await;
    browser.click("What the picture shows").await;
    browser.see("What your pictures show").await;
    browser.look_over().await;
    house.picture(&browser, "adding-describe", look).await;
    browser.fill("What does this picture show?", "A paper volcano, as tall as my brother").await;
    browser.click("Save").await;
    browser.see("Your pictures now speak to everyone").await;
    browser.goto("/work").await;
    browser.see("Still open: what it shows you can do").await;
    house.picture(&browser, "adding-list", look).await;
    browser.close().await;
}

#[tokio::test]
async fn choosing_dropping_and_pasting_are_enough() {
    let house = House::open().await;
    if !house.has_client() {
        return;
    }
    for look in [Look::PHONE, Look::LAPTOP.dark()] {
        let browser = house.sign_in_as("Marisol", look).await;
        awake(&browser, ".quick--at-once").await;
        house.picture(&browser, "adding-at-once", look).await;
        let photo = house.file("A map of our street.jpg", &a_photo());
        browser.attach(TAKE, &photo).await;
        browser.see("Added. Only you can see it so far.").await;
        browser.see("A map of our street").await;

        for (event, kind, carries, at) in [
            ("paste", "ClipboardEvent", "clipboardData", "window"),
            ("drop", "DragEvent", "dataTransfer", "document.querySelector('form.quick')"),
        ] {
            browser.goto("/work").await;
            awake(&browser, ".quick--at-once").await;
            let name = format!("The {event} from my tablet");
            let script = format!(
                // The page asks the network for nothing: the picture is the one it shows.
                "const shown = document.querySelector('img.thumb');
                 const paper = document.createElement('canvas');
                 return shown.decode().then(() => {{
                    [paper.width, paper.height] = [shown.naturalWidth, shown.naturalHeight];
                    paper.getContext('2d').drawImage(shown, 0, 0);
                    return new Promise(done => paper.toBlob(done, 'image/jpeg'));
                 }}).then(bytes => {{
                    const {carries} = new DataTransfer();
                    {carries}.items.add(new File([bytes], '{name}.jpg', {{type: 'image/jpeg'}}));
                    {at}.dispatchEvent(new {kind}('{event}', {{{carries}, bubbles: true, cancelable: true}}));
                    return true;
                }})"
            );
            browser.run(&script).await;
            browser.see("Added. Only you can see it so far.").await;
            browser.see(&name).await;
        }
        assert_eq!(browser.console_errors().await, Vec::<String>::new());
        browser.close().await;
    }
}

#[tokio::test]
async fn words_that_are_pasted_with_a_picture_of_them_are_pasted_as_words() {
    let house = House::open().await;
    if !house.has_client() {
        return;
    }
    let browser = house.sign_in_as("Marisol", Look::LAPTOP).await;
    // What a spreadsheet and a word processor copy; whether the page left it to the browser.
    let paste = |words: &str, at: &str| {
        format!(
            "const brought = new DataTransfer();
             brought.items.add(new File([new Uint8Array(200)], 'image.png', {{type: 'image/png'}}));
             if ({words:?}) {{
                brought.setData('text/plain', {words:?});
                brought.setData('text/html', '<table><tr><td>{words}</td></tr></table>');
             }}
             const event = new ClipboardEvent('paste', {{clipboardData: brought, bubbles: true, cancelable: true}});
             return {at}.dispatchEvent(event)"
        )
    };
    browser.goto("/work/new").await;
    let (field, files) = ("document.querySelector('textarea[name=text]')", "ul.files--described > li");
    let alone = paste("", field).replace("return ", "if (") + ") throw new Error('asleep'); return true";
    browser.run(&alone).await;
    let count = format!("return document.querySelectorAll('{files}').length");
    assert_eq!(browser.run(&count).await, 1, "a picture alone comes along");
    assert_eq!(browser.run(&paste("Monday 3, Tuesday 5", field)).await, true, "words are the browser's to paste");
    assert_eq!(browser.run(&count).await, 1, "and no file comes along");

    browser.goto("/work").await;
    awake(&browser, ".quick--at-once").await;
    assert_eq!(browser.run(&paste("Monday 3, Tuesday 5", "document.body")).await, true);
    assert_eq!(browser.path().await, "/work", "nothing is sent");
    browser.close().await;
}

#[tokio::test]
async fn a_draft_is_there_after_the_tab_was_closed() {
    let house = House::open().await;
    if !house.has_client() {
        return;
    }
    let browser = house.sign_in_as("Marisol", Look::PHONE).await;
    browser.goto("/work/new").await;
    browser.fill("Title", "The bridge of spaghetti").await;
    browser.fill("In words", "It held four books.").await;
    browser.see("Saved at").await;
    browser.look_over().await;
    house.picture(&browser, "adding-saved", Look::PHONE).await;
    assert!(browser.path().await.ends_with("/edit"), "loading the page again finds it");
    browser.fill("In words", "It held four books, and then five.").await;
    // Left at once, in the middle of the sentence.
    browser.goto("/work").await;
    browser.click("The bridge of spaghetti").await;
    browser.see("Change this work").await;
    if browser.value("In words").await != "It held four books, and then five." {
        // It was too quick for the server; the device has them.
        browser.click("Put them back").await;
        browser.see("Saved at").await;
    }
    assert_eq!(browser.value("In words").await, "It held four books, and then five.");
    // And the form goes on from there.
    browser.tick("Something made").await;
    browser.click("Keep in my work").await;
    browser.see("It held four books, and then five.").await;
    let edit = format!("{}/edit", browser.path().await);
    browser.goto(&edit).await;
    browser.see("Change this work").await;
    browser.dont_see("Put them back").await;
    assert_eq!(browser.console_errors().await, Vec::<String>::new());
    browser.close().await;
}

#[tokio::test]
async fn words_survive_a_lost_connection_and_the_end_of_a_session() {
    let mut house = House::open().await;
    if !house.has_client() {
        return;
    }
    let browser = house.sign_in_as("Marisol", Look::PHONE).await;
    browser.goto("/work/new").await;
    browser.fill("Title", "A song for the river").await;
    browser.see("Saved at").await;
    let edit = browser.path().await;

    browser.cut_off(true).await;
    browser.fill("In words", "Written on the bus, without a net.").await;
    browser.see("no connection").await;
    house.picture(&browser, "adding-cut-off", Look::PHONE).await;
    browser.cut_off(false).await;
    browser.see("Saved at").await;

    house.kill();
    browser.fill("In words", "Written on the bus, without a net. Still on it.").await;
    browser.see("no connection").await;
    browser.goto("about:blank").await;
    house.start_again().await;
    browser.goto(&edit).await;
    browser.see("Change this work").await;
    house.picture(&browser, "adding-found", Look::PHONE).await;
    // A page that is left sends its words once more, and the new server may have been there in time.
    if browser.value("In words").await != "Written on the bus, without a net. Still on it." {
        browser.see("words of yours on this device").await;
        browser.click("Put them back").await;
        browser.see("Saved at").await;
    }
    assert_eq!(browser.value("In words").await, "Written on the bus, without a net. Still on it.");

    house.days_go_by(400);
    browser.fill("In words", "After a long summer.").await;
    browser.see("You are signed out.").await;
    browser.goto("/sign-in").await;
    browser.click("Marisol").await;
    browser.see("Your next step").await;
    browser.goto(&edit).await;
    browser.see("words of yours on this device").await;
    browser.click("Put them back").await;
    assert_eq!(browser.value("In words").await, "After a long summer.");
    browser.see("Saved at").await;
    browser.close().await;
}

#[tokio::test]
async fn words_for_a_work_that_others_see_wait_on_the_device() {
    let house = House::open().await;
    if !house.has_client() {
        return;
    }
    let browser = house.sign_in_as("Marisol", Look::LAPTOP).await;
    browser.goto("/work").await;
    let photo = house.file("A map of our street.jpg", &a_photo());
    browser.attach(TAKE, &photo).await;
    browser.see("Added. Only you can see it so far.").await;
    let page = browser.path().await;
    browser.goto(&format!("{page}/edit")).await;
    browser.fill("Title", "A map of my street").await;
    browser.see("kept on this device").await;
    browser.goto(&page).await;
    browser.see("A map of our street").await;
    browser.goto(&format!("{page}/edit")).await;
    browser.click("Put them back").await;
    assert_eq!(browser.value("Title").await, "A map of my street");
    browser.see("kept on this device").await;
    browser.click("Save").await;
    browser.see("A map of my street").await;
    browser.goto(&format!("{page}/edit")).await;
    browser.see("Change this work").await;
    browser.dont_see("Put them back").await;
    browser.close().await;
}

#[tokio::test]
async fn back_from_a_preview_the_words_are_still_there() {
    let house = House::open().await;
    for look in [Look::PHONE.without_javascript(), Look::LAPTOP.without_javascript()] {
        let browser = house.sign_in_as("Marisol", look).await;
        browser.goto("/work/new").await;
        browser.fill("Title", "The river in five drawings").await;
        browser.fill("In words", "At first I only drew the **water**.").await;
        browser.click("See how it looks").await;
        browser.see("Your words wait in the form").await;
        assert_eq!(browser.path().await, "/preview");
        browser.look_over().await;
        browser.run("history.back()").await;
        browser.see("In words").await;
        assert_eq!(browser.path().await, "/work/new");
        assert_eq!(browser.value("In words").await, "At first I only drew the **water**.");
        assert_eq!(browser.value("Title").await, "The river in five drawings");
        // Loaded anew, and by the way that the page shows, too.
        browser.goto("/preview?then=/work/new").await;
        browser.click("Go on writing").await;
        assert_eq!(browser.value("Title").await, "The river in five drawings");
        browser.click("Save as draft").await;
        browser.see("Your draft is safe").await;
        browser.close().await;
    }
}
