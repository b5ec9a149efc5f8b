//! Every page there is, loaded when one is opened that the first module does not have.

fn main() {
    skillstead::ui::mount_whole();
}
