//! The addresses of the site's files, with their content's hash in the name.

/// Where pages find styles, icons and the client.
#[derive(Clone, Debug, Default)]
pub struct AssetNames {
    /// Styles of every page.
    pub core_css: &'static str,
    /// Styles of pages that people work on.
    pub more_css: &'static str,
    /// The icons, one `<symbol>` each.
    pub icons: &'static str,
    /// The mark in the browser's tab.
    pub favicon: &'static str,
    /// The client's JavaScript and WebAssembly; none when the program was built without.
    pub client: Option<(&'static str, &'static str)>,
    /// What starts the editor; none when the program was built without.
    pub editor: Option<&'static str>,
}
