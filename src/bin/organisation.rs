//! Every page of an organisation's workspace: an entry page of its own, so that a person's pages do not grow by it.

fn main() {
    skillstead::ui::mount_organisation();
}
