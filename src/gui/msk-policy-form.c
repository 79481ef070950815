/* The form in which the security officer chooses the scheme of marks and the rule for active
 * content. SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-policy-form.h"

#include <glib/gi18n-lib.h>

#include "msk-ask.h"
#include "msk-policy-desk.h"

#define N_LEVELS (MSK_LEVEL_TOP_SECRET + 1)

struct _MskPolicyForm
{
  MskForm parent_instance;

  AdwComboRow *scheme_row;
  AdwComboRow *content_row;
  GtkSpinButton *years[N_LEVELS];
  AdwComboRow *authority_rows[N_LEVELS];

  GPtrArray *schemes; /* of MskScheme as each comes, in the order of the list */
  MskScheme *current; /* that holds now */
  MskActiveContent content;
};

static const char *const years_names[N_LEVELS] = {
  [MSK_LEVEL_CONFIDENTIAL] = "confidential_years",
  [MSK_LEVEL_SECRET] = "secret_years",
  [MSK_LEVEL_TOP_SECRET] = "top_secret_years",
};

static const char *const authority_names[N_LEVELS] = {
  [MSK_LEVEL_CONFIDENTIAL] = "confidential_authority_row",
  [MSK_LEVEL_SECRET] = "secret_authority_row",
  [MSK_LEVEL_TOP_SECRET] = "top_secret_authority_row",
};

G_DEFINE_FINAL_TYPE (MskPolicyForm, msk_policy_form, MSK_TYPE_FORM)

/* The scheme that the list shows, as it comes. */
static MskScheme *
get_base (MskPolicyForm *self)
{
  return g_ptr_array_index (self->schemes, adw_combo_row_get_selected (self->scheme_row));
}

static void
fill_authorities (AdwComboRow *row, const MskSchemeLevel *rule)
{
  g_autoptr(GtkStringList) list = gtk_string_list_new (NULL);

  for (guint authority = 0; authority <= rule->national_authority; authority++)
    gtk_string_list_append (list, msk_authority_get_label ((MskAuthority) authority));
  adw_combo_row_set_model (row, G_LIST_MODEL (list));
  adw_combo_row_set_selected (row, rule->authority);
}

static void
fill_levels (MskPolicyForm *self)
{
  MskScheme *base = get_base (self);
  MskScheme *scheme = g_str_equal (base->name, self->current->name) ? self->current : base;

  for (MskLevel level = MSK_LEVEL_CONFIDENTIAL; level <= MSK_LEVEL_TOP_SECRET; level++)
    {
      gtk_spin_button_set_range (self->years[level], 1, scheme->levels[level].longest);
      gtk_spin_button_set_value (self->years[level], scheme->levels[level].years);
      fill_authorities (self->authority_rows[level], &scheme->levels[level]);
    }
}

static void
scheme_selected_cb (AdwComboRow *row, GParamSpec *pspec, MskPolicyForm *self)
{
  if (self->schemes != NULL && adw_combo_row_get_selected (row) < self->schemes->len)
    fill_levels (self);
}

static void
strict_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MskPolicyForm *self = MSK_POLICY_FORM (widget);
  MskScheme *base = get_base (self);

  for (MskLevel level = MSK_LEVEL_CONFIDENTIAL; level <= MSK_LEVEL_TOP_SECRET; level++)
    adw_combo_row_set_selected (self->authority_rows[level], base->levels[level].authority);
}

static void
national_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MskPolicyForm *self = MSK_POLICY_FORM (widget);
  MskScheme *base = get_base (self);

  for (MskLevel level = MSK_LEVEL_CONFIDENTIAL; level <= MSK_LEVEL_TOP_SECRET; level++)
    adw_combo_row_set_selected (self->authority_rows[level],
                                base->levels[level].national_authority);
}

/* What the fields say; whether that is not what holds. */
static gboolean
read_change (MskPolicyForm *self, MskSchemeChange *change)
{
  gboolean differs;

  *change = (MskSchemeChange){ .name = get_base (self)->name };
  differs = !g_str_equal (change->name, self->current->name);
  for (MskLevel level = MSK_LEVEL_CONFIDENTIAL; level <= MSK_LEVEL_TOP_SECRET; level++)
    {
      const MskSchemeLevel *rule = &self->current->levels[level];
      guint selected = adw_combo_row_get_selected (self->authority_rows[level]);

      change->levels[level].years = (guint) gtk_spin_button_get_value_as_int (self->years[level]);
      change->levels[level].has_authority = TRUE;
      change->levels[level].authority = (MskAuthority) selected;
      differs =
          differs || change->levels[level].years != rule->years || selected != rule->authority;
    }

  return differs;
}

/* Two acts, each with its own entry in the ledger, and none for what stays. */
static gboolean
msk_policy_form_apply (MskForm *form, GError **error)
{
  MskPolicyForm *self = MSK_POLICY_FORM (form);
  MskSession *session = msk_form_get_session (form);
  MskActiveContent content = (MskActiveContent) adw_combo_row_get_selected (self->content_row);
  MskSchemeChange change;

  if (read_change (self, &change) && !msk_policy_desk_change_scheme (session, &change, error))
    return FALSE;

  return content == self->content || msk_policy_desk_set_active_content (session, content, error);
}

static void
msk_policy_form_finalize (GObject *object)
{
  MskPolicyForm *self = MSK_POLICY_FORM (object);

  g_clear_pointer (&self->schemes, g_ptr_array_unref);
  g_clear_object (&self->current);

  G_OBJECT_CLASS (msk_policy_form_parent_class)->finalize (object);
}

static void
msk_policy_form_class_init (MskPolicyFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = msk_policy_form_finalize;
  MSK_FORM_CLASS (klass)->apply = msk_policy_form_apply;

  gtk_widget_class_install_action (widget_class, "policy.strict", NULL, strict_action);
  gtk_widget_class_install_action (widget_class, "policy.national", NULL, national_action);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/meetingsecrecy/Kit/accounts/"
                                                             "msk-policy-form.ui");
  gtk_widget_class_bind_template_child (widget_class, MskPolicyForm, scheme_row);
  gtk_widget_class_bind_template_child (widget_class, MskPolicyForm, content_row);
  for (MskLevel level = MSK_LEVEL_CONFIDENTIAL; level <= MSK_LEVEL_TOP_SECRET; level++)
    {
      gtk_widget_class_bind_template_child_full (widget_class, years_names[level], FALSE, 0);
      gtk_widget_class_bind_template_child_full (widget_class, authority_names[level], FALSE, 0);
    }
}

/* "绝密 Top Secret: years at most"; the rows of a level say which level it is. */
static void
name_rows (MskPolicyForm *self, MskLevel level)
{
  const char *label = msk_level_get_label (level);
  GtkWidget *years_row =
      gtk_widget_get_ancestor (GTK_WIDGET (self->years[level]), ADW_TYPE_ACTION_ROW);
  g_autofree char *years = g_strdup_printf (_ ("%s: ceiling in years"), label);
  g_autofree char *authority = g_strdup_printf (_ ("%s: copying by leave of"), label);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (years_row), years);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->authority_rows[level]), authority);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->years[level]),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, years, -1);
}

static void
msk_policy_form_init (MskPolicyForm *self)
{
  g_autoptr(GtkStringList) list = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  for (MskLevel level = MSK_LEVEL_CONFIDENTIAL; level <= MSK_LEVEL_TOP_SECRET; level++)
    {
      self->years[level] =
          GTK_SPIN_BUTTON (gtk_widget_get_template_child (GTK_WIDGET (self), MSK_TYPE_POLICY_FORM,
                                                          years_names[level]));
      self->authority_rows[level] =
          ADW_COMBO_ROW (gtk_widget_get_template_child (GTK_WIDGET (self), MSK_TYPE_POLICY_FORM,
                                                        authority_names[level]));
      name_rows (self, level);
    }

  for (guint policy = 0; policy <= MSK_ACTIVE_CONTENT_REFUSE; policy++)
    gtk_string_list_append (list, msk_active_content_get_label ((MskActiveContent) policy));
  adw_combo_row_set_model (self->content_row, G_LIST_MODEL (list));
  g_signal_connect_object (self->scheme_row, "notify::selected", G_CALLBACK (scheme_selected_cb),
                           self, 0);
}

static void
fill_form (MskPolicyForm *self)
{
  g_autoptr(GtkStringList) list = gtk_string_list_new (NULL);
  guint selected = 0;

  for (guint i = 0; i < self->schemes->len; i++)
    {
      MskScheme *scheme = g_ptr_array_index (self->schemes, i);

      gtk_string_list_append (list, scheme->label);
      if (g_str_equal (scheme->name, self->current->name))
        selected = i;
    }
  adw_combo_row_set_model (self->scheme_row, G_LIST_MODEL (list));
  adw_combo_row_set_selected (self->scheme_row, selected);
  adw_combo_row_set_selected (self->content_row, self->content);
  fill_levels (self);
}

void
msk_policy_form_open (MskPage *page)
{
  MskPolicyForm *self = MSK_POLICY_FORM (msk_form_new (MSK_TYPE_POLICY_FORM, page));
  MskSession *session = msk_page_get_session (page);
  g_autoptr(GError) error = NULL;

  self->current = msk_policy_desk_get_scheme (session, &error);
  self->schemes = self->current == NULL ? NULL : msk_policy_desk_list_schemes (session, &error);
  if (self->schemes == NULL ||
      !msk_policy_desk_get_active_content (session, &self->content, &error))
    {
      msk_ask_tell_error (GTK_WIDGET (page), _ ("Rules Not Read"), error);
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }

  fill_form (self);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->scheme_row));
}
