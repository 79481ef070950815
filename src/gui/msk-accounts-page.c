/* The security officer's page: who may sign in, and which printers may print secret papers.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-accounts-page.h"

#include <glib/gi18n-lib.h>

#include "msk-accessible.h"
#include "msk-account-item.h"
#include "msk-ask.h"
#include "msk-fields-form.h"
#include "msk-listing.h"
#include "msk-policy-desk.h"
#include "msk-policy-form.h"
#include "msk-printer-form.h"
#include "msk-user-form.h"

struct _MskAccountsPage
{
  MskPage parent_instance;

  GtkListBox *users_box;
  GtkListBox *printers_box;
  AdwActionRow *scheme_row;
  AdwActionRow *content_row;

  GListStore *users;
  GListStore *printers;
  char *subject;         /* the name that a question is about */
  GtkWidget *badge_form; /* that waits for a badge, or NULL */
};

G_DEFINE_FINAL_TYPE (MskAccountsPage, msk_accounts_page, MSK_TYPE_PAGE)

static void
remove_user_now (GtkWidget *asker)
{
  MskAccountsPage *self = MSK_ACCOUNTS_PAGE (asker);
  g_autoptr(GError) error = NULL;

  if (!msk_user_desk_remove (msk_page_get_session (MSK_PAGE (self)), self->subject, &error))
    msk_ask_tell_error (asker, _ ("User Not Removed"), error);
}

static void
withdraw_printer_now (GtkWidget *asker)
{
  MskAccountsPage *self = MSK_ACCOUNTS_PAGE (asker);
  g_autoptr(GError) error = NULL;

  if (!msk_print_desk_withdraw (msk_page_get_session (MSK_PAGE (self)), self->subject, &error))
    msk_ask_tell_error (asker, _ ("Printer Not Withdrawn"), error);
}

static void
ask_about (MskAccountsPage *self,
           GtkButton *button,
           const char *heading,
           const char *body,
           const char *verb,
           MskAskFunc yes)
{
  MskAccountItem *item = g_object_get_data (G_OBJECT (button), "msk-item");
  g_autofree char *question = g_strdup_printf ("%s\n%s", msk_account_item_get_name (item), body);

  g_free (self->subject);
  self->subject = g_strdup (msk_account_item_get_name (item));
  msk_ask_confirm (GTK_WIDGET (self), heading, question, verb, yes);
}

static void
remove_user_cb (GtkButton *button, MskAccountsPage *self)
{
  ask_about (self, button, _ ("Remove the User?"),
             _ ("This person can’t sign in any more. What they did stays in the ledger."),
             _ ("_Remove"), remove_user_now);
}

static void
withdraw_printer_cb (GtkButton *button, MskAccountsPage *self)
{
  ask_about (self, button, _ ("Withdraw the Printer?"),
             _ ("No secret paper is printed on it any more."), _ ("_Withdraw"),
             withdraw_printer_now);
}

/* What is typed: nothing takes the badge away. */
static gboolean
apply_badge (MskPage *page, gpointer data, const char *const *values, GError **error)
{
  return msk_user_desk_set_badge (msk_page_get_session (page), data,
                                  *values[0] != '\0' ? values[0] : NULL, error);
}

static void
badge_cb (GtkButton *button, MskAccountsPage *self)
{
  const char *const fields[] = { _ ("_Code under the badge"), NULL };
  const MskFieldsWords words = {
    .title = _ ("Badge of an Account"),
    .explanation = _ ("Scan the badge of who has this account: at the lock it then stands for the "
                      "name. An empty field takes the badge away."),
    .verb = _ ("_Assign"),
    .fields = fields,
    .apply = apply_badge,
  };
  MskAccountItem *item = g_object_get_data (G_OBJECT (button), "msk-item");

  g_free (self->subject);
  self->subject = g_strdup (msk_account_item_get_name (item));
  g_clear_weak_pointer (&self->badge_form);
  g_set_weak_pointer (&self->badge_form, msk_fields_form_open (MSK_PAGE (self), &words, NULL,
                                                               g_strdup (self->subject), g_free));
}

static gboolean
msk_accounts_page_take_scan (MskPage *page, const char *code)
{
  MskAccountsPage *self = MSK_ACCOUNTS_PAGE (page);
  g_autoptr(GError) error = NULL;

  if (self->badge_form == NULL)
    return FALSE;

  msk_user_desk_set_badge (msk_page_get_session (page), self->subject, code, &error);
  msk_form_finish (MSK_FORM (self->badge_form), error);
  return TRUE;
}

static void
add_button (MskAccountsPage *self,
            GtkWidget *row,
            MskAccountItem *item,
            const char *verb,
            GCallback clicked)
{
  GtkWidget *button = gtk_button_new_with_label (verb);
  g_autofree char *spoken = g_strdup_printf ("%s %s", verb, msk_account_item_get_name (item));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  msk_accessible_name (GTK_BUTTON (button), spoken);
  g_object_set_data_full (G_OBJECT (button), "msk-item", g_object_ref (item), g_object_unref);
  g_signal_connect_object (button, "clicked", clicked, self, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static GtkWidget *
create_row (MskAccountItem *item)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), msk_account_item_get_name (item));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), msk_account_item_get_facts (item));
  return row;
}

static GtkWidget *
create_user_row (gpointer item, gpointer user_data)
{
  MskAccountsPage *self = MSK_ACCOUNTS_PAGE (user_data);
  GtkWidget *row = create_row (MSK_ACCOUNT_ITEM (item));

  if (msk_account_item_is_live (item))
    {
      add_button (self, row, item, _ ("Badge…"), G_CALLBACK (badge_cb));
      add_button (self, row, item, _ ("Remove…"), G_CALLBACK (remove_user_cb));
    }
  return row;
}

static GtkWidget *
create_printer_row (gpointer item, gpointer user_data)
{
  GtkWidget *row = create_row (MSK_ACCOUNT_ITEM (item));

  add_button (MSK_ACCOUNTS_PAGE (user_data), row, MSK_ACCOUNT_ITEM (item), _ ("Withdraw…"),
              G_CALLBACK (withdraw_printer_cb));
  return row;
}

static GPtrArray *
dup_user_items (GPtrArray *users)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < users->len; i++)
    g_ptr_array_add (items, msk_account_item_new_for_user (g_ptr_array_index (users, i)));

  return items;
}

static GPtrArray *
dup_printer_items (GPtrArray *printers)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < printers->len; i++)
    g_ptr_array_add (items, msk_account_item_new_for_printer (g_ptr_array_index (printers, i)));

  return items;
}

/* A line a level: its ceiling and who decides on copying. */
static char *
dup_scheme_text (MskScheme *scheme)
{
  GString *text = g_string_new (scheme->label);

  for (MskLevel level = MSK_LEVEL_TOP_SECRET; level >= MSK_LEVEL_CONFIDENTIAL; level--)
    g_string_append_printf (text, _ ("\n%s: at most %u years; copied by leave of %s"),
                            msk_level_get_label (level), scheme->levels[level].years,
                            msk_authority_get_label (scheme->levels[level].authority));

  return g_string_free (text, FALSE);
}

static gboolean
show_policy (MskAccountsPage *self, GError **error)
{
  MskSession *session = msk_page_get_session (MSK_PAGE (self));
  g_autoptr(MskScheme) scheme = msk_policy_desk_get_scheme (session, error);
  g_autofree char *text = NULL;
  MskActiveContent content;

  if (scheme == NULL || !msk_policy_desk_get_active_content (session, &content, error))
    return FALSE;

  text = dup_scheme_text (scheme);
  adw_action_row_set_subtitle (self->scheme_row, text);
  adw_action_row_set_subtitle (self->content_row, msk_active_content_get_label (content));
  return TRUE;
}

static void
msk_accounts_page_refresh (MskPage *page)
{
  MskAccountsPage *self = MSK_ACCOUNTS_PAGE (page);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) users = msk_user_desk_list (msk_page_get_session (page), &error);
  g_autoptr(GPtrArray) printers =
                 users != NULL ? msk_print_desk_list_printers (msk_page_get_session (page), &error)
                               : NULL;
  g_autoptr(GPtrArray) user_items = NULL;
  g_autoptr(GPtrArray) printer_items = NULL;

  if (printers == NULL || !show_policy (self, &error))
    {
      msk_ask_tell_error (GTK_WIDGET (self), _ ("Accounts Not Read"), error);
      return;
    }

  user_items = dup_user_items (users);
  printer_items = dup_printer_items (printers);
  msk_listing_update (self->users, user_items, msk_account_item_is_same);
  msk_listing_update (self->printers, printer_items, msk_account_item_is_same);
}

static void
add_user_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  gtk_window_present (GTK_WINDOW (msk_form_new (MSK_TYPE_USER_FORM, MSK_PAGE (widget))));
}

static void
designate_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  gtk_window_present (GTK_WINDOW (msk_form_new (MSK_TYPE_PRINTER_FORM, MSK_PAGE (widget))));
}

static void
policy_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  msk_policy_form_open (MSK_PAGE (widget));
}

static void
msk_accounts_page_dispose (GObject *object)
{
  MskAccountsPage *self = MSK_ACCOUNTS_PAGE (object);

  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), MSK_TYPE_ACCOUNTS_PAGE);
  g_clear_object (&self->users);
  g_clear_object (&self->printers);
  g_clear_pointer (&self->subject, g_free);
  g_clear_weak_pointer (&self->badge_form);

  G_OBJECT_CLASS (msk_accounts_page_parent_class)->dispose (object);
}

static void
msk_accounts_page_class_init (MskAccountsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = msk_accounts_page_dispose;
  MSK_PAGE_CLASS (klass)->refresh = msk_accounts_page_refresh;
  MSK_PAGE_CLASS (klass)->take_scan = msk_accounts_page_take_scan;

  gtk_widget_class_install_action (widget_class, "account.add-user", NULL, add_user_action);
  gtk_widget_class_install_action (widget_class, "account.designate", NULL, designate_action);
  gtk_widget_class_install_action (widget_class, "account.policy", NULL, policy_action);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/meetingsecrecy/Kit/accounts/"
                                                             "msk-accounts-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MskAccountsPage, users_box);
  gtk_widget_class_bind_template_child (widget_class, MskAccountsPage, printers_box);
  gtk_widget_class_bind_template_child (widget_class, MskAccountsPage, scheme_row);
  gtk_widget_class_bind_template_child (widget_class, MskAccountsPage, content_row);
}

static void
msk_accounts_page_init (MskAccountsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->users = g_list_store_new (MSK_TYPE_ACCOUNT_ITEM);
  self->printers = g_list_store_new (MSK_TYPE_ACCOUNT_ITEM);
  msk_listing_bind_box (self->users_box, G_LIST_MODEL (self->users), create_user_row, self);
  msk_listing_bind_box (self->printers_box, G_LIST_MODEL (self->printers), create_printer_row,
                        self);
}
