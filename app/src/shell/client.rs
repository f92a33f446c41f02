//! What loads the client into a page that holds an island.

use leptos::nonce::use_nonce;
use leptos::prelude::*;
use leptos::tachys::html::InertElement;

use super::assets::AssetNames;

/// The tags that load the client, for the page's head; none when the program was built without.
pub fn client(assets: &AssetNames) -> Option<AnyView> {
    let (script, _) = assets.client?;
    // Upstream's own loader, told our names: it makes `{folder}/{name}.js` and `{folder}/{name}_bg.wasm` of them.
    let (folder, name) = script.strip_prefix('/')?.strip_suffix(".js")?.rsplit_once('/')?;
    let options = LeptosOptions::builder().output_name(name).site_pkg_dir(folder).build();
    let tags = view! { <HydrationScripts options islands=true/> }.to_html();
    // Leptos 0.8 writes the nonce where the word for `crossorigin` belongs, and so the page's policy blocks the
    // early fetch of the script (leptos-rs/leptos#4844 mends it for 0.9).
    let nonce = use_nonce().map(|nonce| nonce.to_string()).unwrap_or_default();
    let tags = tags.replace(&format!("crossorigin=\"{nonce}\""), &format!("crossorigin nonce=\"{nonce}\""));
    Some(InertElement::new(tags).into_any())
}
