/* The door (M4): a scanner, a verdict about the person who stands there, and nobody else.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-door-page.h"

#include <glib/gi18n-lib.h>

#include "msk-door-desk.h"
#include "msk-door-state.h"
#include "msk-enum-types.h"
#include "msk-enum.h"
#include "msk-error.h"
#include "msk-report-ask.h"
#include "msk-text-form.h"
#include "msk-verdict-view.h"
#include "msk-vetting-desk.h"

struct _MskDoorPage
{
  MskPage parent_instance;

  GtkToggleButton *in_button;
  GtkToggleButton *out_button;
  GtkLabel *count_label;
  MskVerdictView *verdict_view;
  GtkWidget *answers_box;
  GtkWidget *annul_button;
  GtkWidget *let_out_button;
  GtkEntry *name_entry;
  GtkWidget *namesakes_box;
  GtkListBox *namesakes_list;
  GtkWidget *reports_box;

  MskDoorDesk *desk;
  MskVerdict *shown;
};

G_DEFINE_FINAL_TYPE (MskDoorPage, msk_door_page, MSK_TYPE_PAGE)

static MskDirection
get_direction (MskDoorPage *self)
{
  return gtk_toggle_button_get_active (self->out_button) ? MSK_DIRECTION_OUT : MSK_DIRECTION_IN;
}

static void
show_actions (MskDoorPage *self)
{
  const MskDoorActions actions =
      msk_door_actions_make (msk_session_get_role (msk_page_get_session (MSK_PAGE (self))),
                             self->shown, msk_door_desk_get_waiting (self->desk) != 0);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "door.identity", actions.identity);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "door.no-devices", actions.no_devices);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "door.turn-away", actions.turn_away);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "door.annul", actions.annul);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "door.let-out", actions.let_out);
  gtk_widget_set_visible (self->answers_box, actions.turn_away);
  gtk_widget_set_visible (self->annul_button, actions.annul);
  gtk_widget_set_visible (self->let_out_button, actions.let_out);
}

static void
invite (MskDoorPage *self)
{
  g_clear_object (&self->shown);
  if (get_direction (self) == MSK_DIRECTION_IN)
    msk_verdict_view_invite (self->verdict_view, "go-next-symbolic", _ ("Coming in"),
                             _ ("Scan the person’s badge."));
  else
    msk_verdict_view_invite (self->verdict_view, "go-previous-symbolic", _ ("Going out"),
                             _ ("Scan the person’s badge."));
  show_actions (self);
}

static void
forget_namesakes (MskDoorPage *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->namesakes_list, 0)) != NULL)
    gtk_list_box_remove (self->namesakes_list, GTK_WIDGET (row));
  gtk_widget_set_visible (self->namesakes_box, FALSE);
}

/* Shows an answer of the desk. Takes verdict, which is NULL with error set. */
static void
take (MskDoorPage *self, MskVerdict *verdict, const GError *error)
{
  g_clear_object (&self->shown);
  self->shown = verdict;
  forget_namesakes (self);
  gtk_editable_set_text (GTK_EDITABLE (self->name_entry), "");
  msk_verdict_view_take (self->verdict_view, verdict, error);
  show_actions (self);
}

static gboolean
msk_door_page_take_scan (MskPage *page, const char *code)
{
  MskDoorPage *self = MSK_DOOR_PAGE (page);
  g_autoptr(GError) error = NULL;
  MskVerdict *verdict = msk_door_desk_scan (self->desk, code, &error);

  take (self, verdict, error);
  return TRUE;
}

static void
identity_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MskDoorPage *self = MSK_DOOR_PAGE (widget);
  g_autoptr(GError) error = NULL;
  MskVerdict *verdict;
  int identity;

  if (!gtk_widget_get_mapped (widget) ||
      !msk_enum_parse (MSK_TYPE_IDENTITY, g_variant_get_string (parameter, NULL), &identity))
    return;

  verdict = msk_door_desk_see_identity (self->desk, (MskIdentity) identity, &error);
  take (self, verdict, error);
}

static void
no_devices_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MskDoorPage *self = MSK_DOOR_PAGE (widget);
  g_autoptr(GError) error = NULL;
  MskVerdict *verdict;

  if (!gtk_widget_get_mapped (widget))
    return;

  verdict = msk_door_desk_answer_no_devices (self->desk, &error);
  take (self, verdict, error);
}

static void
turn_away_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MskDoorPage *self = MSK_DOOR_PAGE (widget);
  g_autoptr(GError) error = NULL;
  MskVerdict *verdict;

  if (!gtk_widget_get_mapped (widget))
    return;

  verdict = msk_door_desk_turn_away (self->desk, &error);
  take (self, verdict, error);
}

/* Escape: whoever waits goes away unanswered. */
static void
msk_door_page_forget (MskPage *page)
{
  MskDoorPage *self = MSK_DOOR_PAGE (page);
  g_autoptr(GError) error = NULL;

  forget_namesakes (self);
  if (msk_door_desk_forget (self->desk, &error))
    invite (self);
  else
    take (self, NULL, error);
}

static gboolean
annul (MskPage *page, GPtrArray *subjects, const char *first, const char *second, GError **error)
{
  MskDoorPage *self = MSK_DOOR_PAGE (page);
  const MskVerdict *passing = g_ptr_array_index (subjects, 0);
  MskVerdict *verdict = msk_door_desk_annul (self->desk, passing->movement_id, first, error);

  if (verdict != NULL)
    take (self, verdict, NULL);
  return verdict != NULL;
}

static gboolean
let_out (MskPage *page, GPtrArray *subjects, const char *first, const char *second, GError **error)
{
  MskDoorPage *self = MSK_DOOR_PAGE (page);
  MskVerdict *verdict = msk_door_desk_let_out_holding (self->desk, first, error);

  if (verdict != NULL)
    take (self, verdict, NULL);
  return verdict != NULL;
}

/* Asks for a reason, about the verdict that is shown now. */
static void
ask_reason (MskDoorPage *self, const MskTextFormWords *words)
{
  g_autoptr(GPtrArray) subjects = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (subjects, g_object_ref (self->shown));
  msk_text_form_open (MSK_PAGE (self), words, subjects);
}

static void
annul_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  const MskTextFormWords words = {
    .title = _ ("Annul a Passing"),
    .explanation = _ ("The register keeps it, with the reason, and it counts no more. Make sure "
                      "that the person is where they then are counted."),
    .verb = _ ("_Annul"),
    .first = _ ("_Reason"),
    .apply = annul,
  };

  ask_reason (MSK_DOOR_PAGE (widget), &words);
}

static void
let_out_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  const MskTextFormWords words = {
    .title = _ ("Let Out with Papers"),
    .explanation = _ ("This person goes out with papers or carriers of the meeting. Your reason is "
                      "kept in the register."),
    .verb = _ ("_Let Out"),
    .first = _ ("_Reason"),
    .apply = let_out,
  };

  ask_reason (MSK_DOOR_PAGE (widget), &words);
}

static void
msk_door_page_undo (MskPage *page)
{
  if (!gtk_widget_activate_action (GTK_WIDGET (page), "door.annul", NULL))
    gtk_widget_error_bell (GTK_WIDGET (page));
}

static void
choose (MskDoorPage *self, gint64 attendee_id)
{
  g_autoptr(GError) error = NULL;
  MskVerdict *verdict = msk_door_desk_choose (self->desk, attendee_id, &error);

  take (self, verdict, error);
}

static void
add_namesake (MskDoorPage *self, MskAttendee *person)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *facts = g_strdup_printf ("%s · %s · %s", person->unit, person->post,
                                            msk_capacity_get_label (person->capacity));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), person->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), facts);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "msk-person", g_object_ref (person), g_object_unref);
  gtk_list_box_append (self->namesakes_list, row);
}

/* Only those who have the name that was typed are shown, and only when there are several. */
static void
find_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MskDoorPage *self = MSK_DOOR_PAGE (widget);
  const char *name = gtk_editable_get_text (GTK_EDITABLE (self->name_entry));
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) people = NULL;
  g_autoptr(GPtrArray) found = NULL;

  people = msk_vetting_desk_list (msk_page_get_session (MSK_PAGE (self)), &error);
  if (people == NULL)
    {
      take (self, NULL, error);
      return;
    }

  forget_namesakes (self);
  found = msk_door_find_by_name (people, name);
  if (found->len == 1)
    {
      choose (self, ((MskAttendee *) found->pdata[0])->id);
      return;
    }

  for (guint i = 0; i < found->len; i++)
    add_namesake (self, found->pdata[i]);
  gtk_widget_set_visible (self->namesakes_box, found->len > 1);
  if (found->len == 0)
    msk_verdict_view_show_words (self->verdict_view, MSK_TONE_REFUSED, _ ("Nobody found"),
                                 _ ("Nobody of this name is on a list. Type the whole name as it "
                                    "stands on the list, or keep the person outside."));
}

static void
name_entered_cb (GtkEntry *entry, MskDoorPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "door.find", NULL);
}

static void
namesake_activated_cb (GtkListBox *box, GtkListBoxRow *row, MskDoorPage *self)
{
  choose (self, MSK_ATTENDEE (g_object_get_data (G_OBJECT (row), "msk-person"))->id);
}

/* Another way through the door: nobody waits on the old one any more. */
static void
direction_changed_cb (GtkToggleButton *button, MskDoorPage *self)
{
  g_autoptr(GError) error = NULL;

  if (self->desk == NULL || get_direction (self) == msk_door_desk_get_direction (self->desk))
    return;

  if (!msk_door_desk_forget (self->desk, &error))
    {
      take (self, NULL, error);
      return;
    }
  g_clear_object (&self->desk);
  self->desk = msk_door_desk_new (msk_page_get_session (MSK_PAGE (self)), get_direction (self));
  forget_namesakes (self);
  invite (self);
}

static void
direction_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MskDoorPage *self = MSK_DOOR_PAGE (widget);

  if (gtk_widget_get_mapped (widget))
    gtk_toggle_button_set_active (get_direction (self) == MSK_DIRECTION_IN ? self->out_button
                                                                           : self->in_button,
                                  TRUE);
}

static void
report_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  static const struct
  {
    const char *name;
    MskReportKind kind;
  } reports[] = {
    { "door", MSK_REPORT_DOOR },
    { "refusals", MSK_REPORT_REFUSALS },
    { "inside", MSK_REPORT_INSIDE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (reports); i++)
    if (g_str_equal (reports[i].name, g_variant_get_string (parameter, NULL)))
      msk_report_ask_open (MSK_PAGE (widget), reports[i].kind);
}

/* The head count, and what may be done; what was said of a person stays as it was said. */
static void
msk_door_page_refresh (MskPage *page)
{
  MskDoorPage *self = MSK_DOOR_PAGE (page);
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;
  MskHeadCount count;

  if (msk_door_desk_count (msk_page_get_session (page), &count, &error))
    text = msk_head_count_dup_text (&count);
  gtk_label_set_text (self->count_label, text != NULL ? text : error->message);
  show_actions (self);
}

static void
msk_door_page_dispose (GObject *object)
{
  MskDoorPage *self = MSK_DOOR_PAGE (object);

  g_clear_object (&self->desk);
  g_clear_object (&self->shown);
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), MSK_TYPE_DOOR_PAGE);

  G_OBJECT_CLASS (msk_door_page_parent_class)->dispose (object);
}

static void
msk_door_page_constructed (GObject *object)
{
  MskDoorPage *self = MSK_DOOR_PAGE (object);

  G_OBJECT_CLASS (msk_door_page_parent_class)->constructed (object);

  self->desk = msk_door_desk_new (msk_page_get_session (MSK_PAGE (object)), MSK_DIRECTION_IN);
  gtk_widget_set_visible (self->reports_box, msk_page_may (MSK_PAGE (object), MSK_ACT_DOOR_READ));
  invite (self);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "door.identity", "s", identity_action);
  gtk_widget_class_install_action (widget_class, "door.no-devices", NULL, no_devices_action);
  gtk_widget_class_install_action (widget_class, "door.turn-away", NULL, turn_away_action);
  gtk_widget_class_install_action (widget_class, "door.annul", NULL, annul_action);
  gtk_widget_class_install_action (widget_class, "door.let-out", NULL, let_out_action);
  gtk_widget_class_install_action (widget_class, "door.find", NULL, find_action);
  gtk_widget_class_install_action (widget_class, "door.direction", NULL, direction_action);
  gtk_widget_class_install_action (widget_class, "door.report", "s", report_action);
}

/* One key each, wherever the focus is while this page is seen. */
static void
add_keys (MskDoorPage *self)
{
  static const struct
  {
    guint key;
    const char *action;
    const char *argument; /* or NULL */
  } keys[] = {
    { GDK_KEY_F2, "door.identity", "id-card" },
    { GDK_KEY_F3, "door.identity", "service-card" },
    { GDK_KEY_F4, "door.identity", "other-document" },
    { GDK_KEY_F5, "door.identity", "known" },
    { GDK_KEY_F6, "door.no-devices", NULL },
    { GDK_KEY_F8, "door.turn-away", NULL },
    { GDK_KEY_F9, "door.direction", NULL },
  };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (controller),
                                     GTK_SHORTCUT_SCOPE_GLOBAL);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      GtkShortcut *shortcut = gtk_shortcut_new (gtk_keyval_trigger_new (keys[i].key, 0),
                                                gtk_named_action_new (keys[i].action));

      if (keys[i].argument != NULL)
        gtk_shortcut_set_arguments (shortcut, g_variant_new_string (keys[i].argument));
      gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
    }
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

static void
msk_door_page_class_init (MskDoorPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  MskPageClass *page_class = MSK_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = msk_door_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = msk_door_page_dispose;
  page_class->refresh = msk_door_page_refresh;
  page_class->take_scan = msk_door_page_take_scan;
  page_class->undo = msk_door_page_undo;
  page_class->forget = msk_door_page_forget;

  g_type_ensure (MSK_TYPE_VERDICT_VIEW);
  install_actions (widget_class);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/meetingsecrecy/Kit/door/msk-door-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MskDoorPage, in_button);
  gtk_widget_class_bind_template_child (widget_class, MskDoorPage, out_button);
  gtk_widget_class_bind_template_child (widget_class, MskDoorPage, count_label);
  gtk_widget_class_bind_template_child (widget_class, MskDoorPage, verdict_view);
  gtk_widget_class_bind_template_child (widget_class, MskDoorPage, answers_box);
  gtk_widget_class_bind_template_child (widget_class, MskDoorPage, annul_button);
  gtk_widget_class_bind_template_child (widget_class, MskDoorPage, let_out_button);
  gtk_widget_class_bind_template_child (widget_class, MskDoorPage, name_entry);
  gtk_widget_class_bind_template_child (widget_class, MskDoorPage, namesakes_box);
  gtk_widget_class_bind_template_child (widget_class, MskDoorPage, namesakes_list);
  gtk_widget_class_bind_template_child (widget_class, MskDoorPage, reports_box);
  gtk_widget_class_bind_template_callback (widget_class, direction_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, name_entered_cb);
  gtk_widget_class_bind_template_callback (widget_class, namesake_activated_cb);
}

static void
msk_door_page_init (MskDoorPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_keys (self);
}
