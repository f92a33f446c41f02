//! The demo school, open on this machine for one journey.

use std::path::{Path, PathBuf};

use kinfolio::at::{At, Clock};
use kinfolio_app::services::Services;
use kinfolio_server::cli::DataPlace;
use kinfolio_server::{demo, serve};
use kinfolio_testkit::browser::{Browser, Look};
use tokio::net::TcpListener;
use tokio::runtime::Runtime;
use tokio::sync::OnceCell;

/// A demo school that was made once, copied for each journey, so that none sees what another did.
static MADE: OnceCell<PathBuf> = OnceCell::const_new();

/// An open school.
pub struct House {
    address: String,
    folder: PathBuf,
    has_client: bool,
    demo: bool,
    clock: Clock,
    /// The server's own: when it goes, everything of the server is gone at once, as when it is killed.
    runtime: Option<Runtime>,
}

impl House {
    /// Opens a demo school of this journey's own.
    pub async fn open() -> Self {
        let made = MADE.get_or_init(make).await;
        let folder = new_folder();
        copy(made, &folder);
        Self::at(folder, true).await
    }

    /// Opens an empty folder, as a school does on its first day.
    pub async fn empty() -> Self {
        let folder = new_folder();
        std::fs::create_dir_all(&folder).expect("a folder");
        Self::at(folder, false).await
    }

    async fn at(folder: PathBuf, demo: bool) -> Self {
        let mut house = Self {
            address: "127.0.0.1:0".into(),
            folder,
            has_client: false,
            demo,
            clock: Clock::default(),
            runtime: None,
        };
        house.run().await;
        house
    }

    async fn run(&mut self) {
        let runtime = Runtime::new().expect("a runtime");
        let (socket, folder, demo) = (self.address.replace("http://", ""), self.folder.clone(), self.demo);
        let running = runtime.spawn(async move {
            let listener = TcpListener::bind(socket).await.expect("a free port");
            let address = format!("http://{}", listener.local_addr().expect("its address"));
            let place = DataPlace { data: folder, database: None };
            let services = opened(&place, address.clone(), demo).await.expect("the school opens");
            let (has_client, clock) = (services.assets.client.is_some(), services.clock.clone());
            tokio::spawn(serve::run_until(listener, services, std::future::pending()));
            (address, has_client, clock)
        });
        (self.address, self.has_client, self.clock) = running.await.expect("the server runs");
        self.runtime = Some(runtime);
    }

    /// Kills the server, in the middle of whatever it does.
    pub fn kill(&mut self) {
        if let Some(runtime) = self.runtime.take() {
            runtime.shutdown_background();
        }
    }

    /// Starts it again, at the same address.
    pub async fn start_again(&mut self) {
        self.run().await;
    }

    /// So many days go by.
    pub fn days_go_by(&self, days: i64) {
        self.clock.move_on(days * 24 * 60 * 60 * 1000);
    }

    /// It is this time now.
    pub fn move_to(&self, then: At) {
        self.clock.move_on(then.0 - self.clock.now().0);
    }

    /// Where it is.
    pub fn address(&self) -> &str {
        &self.address
    }

    /// A file for a browser to choose.
    pub fn file(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let path = self.folder.join(name);
        std::fs::write(&path, bytes).expect("a file can be written");
        path
    }

    /// Whether the program was built with its client.
    pub fn has_client(&self) -> bool {
        self.has_client
    }

    /// A browser in which the person of the demo school with this name is signed in.
    pub async fn sign_in_as(&self, name: &str, look: Look) -> Browser {
        let browser = Browser::open(&self.address, look).await;
        browser.goto("/sign-in").await;
        browser.click(name).await;
        // Whoever goes on before the answer is here goes on as nobody.
        while browser.path().await == "/sign-in" {
            tokio::time::sleep(std::time::Duration::from_millis(40)).await;
        }
        browser
    }

    /// Keeps a picture of the page, where `KINFOLIO_PICTURES` says: the README's are made so.
    pub async fn picture(&self, browser: &Browser, name: &str, look: Look) {
        if let Some(folder) = std::env::var_os("KINFOLIO_PICTURES") {
            browser.screenshot(&Path::new(&folder).join(format!("{name}-{}.png", look.width))).await;
        }
    }
}

impl Drop for House {
    fn drop(&mut self) {
        self.kill();
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

fn new_folder() -> PathBuf {
    std::env::temp_dir().join(format!("kinfolio-journey-{}", kinfolio::secret::token()))
}

/// What draws documents for the tests.
fn drawer() -> kinfolio::media::Drawer {
    let Some(program) = option_env!("CARGO_BIN_EXE_draw-document") else { panic!("built without the feature `store`") };
    kinfolio::media::Drawer::program(program.into())
}

async fn make() -> PathBuf {
    let folder = std::env::temp_dir().join(format!("kinfolio-demo-{}", std::process::id()));
    let _ = std::fs::remove_dir_all(&folder);
    let place = DataPlace { data: folder.clone(), database: None };
    let services = opened(&place, "http://127.0.0.1".into(), true).await.expect("the school opens");
    demo::found(&services).await.expect("the demo school is made");
    services.db.close().await;
    folder
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).expect("a folder");
    for entry in std::fs::read_dir(from).expect("the folder can be read").flatten() {
        let (path, target) = (entry.path(), to.join(entry.file_name()));
        if path.is_dir() {
            copy(&path, &target);
        } else {
            std::fs::copy(&path, &target).expect("a file can be copied");
        }
    }
}

/// Opens a school as the program does, but for the program that draws documents.
async fn opened(place: &DataPlace, public_url: String, demo: bool) -> Result<Services, serve::StartError> {
    let reach = serve::Reach { public_url, mails: true, translator: None };
    serve::open_with(place, &Default::default(), drawer(), reach, demo).await
}

/// Has the advisor make a letter for somebody of the family, and gives the link on it.
pub async fn letter_for(advisor: &Browser, student: &str, kin: &str) -> String {
    advisor.goto("/").await;
    advisor.click(student).await;
    advisor.click("Family").await;
    let card = format!("[...document.querySelectorAll('section')].find(card => card.textContent.includes({kin:?}))");
    advisor.run(&format!("{card}.querySelector('a[href*=grants]').click()")).await;
    advisor.click("Make the letter").await;
    advisor.see("/grant/").await;
    let link = advisor.run("return document.body.textContent.match(/http\\S+\\/grant\\/\\w+/)[0]").await;
    link.as_str().unwrap_or_else(|| panic!("no link for {kin}")).to_owned()
}
