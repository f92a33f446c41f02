//! The site's own files.

use kinfolio_app::shell::assets::AssetNames;

/// Where pages find them.
pub fn names() -> AssetNames {
    AssetNames::default()
}
