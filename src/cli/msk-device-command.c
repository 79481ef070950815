/* msk device: phones and other devices before the room (M5): taken in, tagged, given back.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <unistd.h>

#include "msk-cli.h"
#include "msk-desk-enum-types.h"
#include "msk-device-desk.h"
#include "msk-device-loop.h"
#include "msk-device-tags.h"
#include "msk-enum-types.h"
#include "msk-enum.h"
#include "msk-error.h"
#include "msk-json.h"
#include "msk-table.h"

static const MskDraftKey deposit_keys[] = {
  { "kind", MSK_DRAFT_TEXT, TRUE,
    N_ ("phone, watch, tablet, laptop, recorder, camera, usb, earphones, car-key or other") },
  { "description", MSK_DRAFT_TEXT, FALSE, N_ ("make, colour, case") },
  { "shelf", MSK_DRAFT_TEXT, TRUE, N_ ("where it is put") },
  { "incident", MSK_DRAFT_COUNT, FALSE,
    N_ ("that it was found in, when it was found in the room") },
  { NULL },
};

static const MskDraftKey found_keys[] = {
  { "kind", MSK_DRAFT_TEXT, TRUE,
    N_ ("phone, watch, tablet, laptop, recorder, camera, usb, earphones, car-key or other") },
  { "finder", MSK_DRAFT_TEXT, TRUE, N_ ("full name of who found it") },
  { "zone", MSK_DRAFT_TEXT, TRUE, N_ ("where in the venue") },
  { "text", MSK_DRAFT_TEXT, TRUE, N_ ("what was found, and how") },
  { "shelf", MSK_DRAFT_TEXT, FALSE, N_ ("where it is put, when it is taken into deposit at once") },
  { NULL },
};

static const MskDraftKey return_keys[] = {
  { "witness", MSK_DRAFT_TEXT, TRUE, N_ ("full name of the second person who answers for it") },
  { "reason", MSK_DRAFT_TEXT, TRUE, N_ ("why there is no tag to scan") },
  { NULL },
};

static const MskDraftKey reason_keys[] = {
  { "reason", MSK_DRAFT_TEXT, TRUE, N_ ("how that is known, or what went wrong") },
  { NULL },
};

static gboolean
get_kind (MskCli *cli, MskDeviceKind *kind, GError **error)
{
  int value;

  if (msk_enum_parse (MSK_TYPE_DEVICE_KIND, msk_draft_get_text (cli->draft, "kind", ""), &value))
    {
      *kind = (MskDeviceKind) value;
      return TRUE;
    }

  g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE,
                       _ ("There is no such kind of device: see “msk device deposit --help”."));
  return FALSE;
}

/* The person of --person, or whose badge standard input begins with. 0 when neither is given. */
static gboolean
get_person (MskCli *cli, gint64 *attendee_id, GError **error)
{
  if (cli->options.read_stdin)
    return msk_device_loop_read_person (cli->session, STDIN_FILENO, attendee_id, error);

  *attendee_id = cli->options.person == MSK_OPTION_UNSET ? 0 : cli->options.person;
  return TRUE;
}

static gboolean
require_person (MskCli *cli, gint64 *attendee_id, GError **error)
{
  if (!get_person (cli, attendee_id, error))
    return FALSE;
  if (*attendee_id != 0)
    return TRUE;

  g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_USAGE,
                       _ ("Whose device it is was not said: give --person, or --stdin and scan the "
                          "badge."));
  return FALSE;
}

static gboolean
print_tags_of (MskCli *cli, GArray *numbers, GError **error)
{
  MskPrintResult result = { 0 };
  const gboolean done =
      msk_device_tags_print (cli->session, numbers, cli->options.printer, &result, NULL, error);

  json_object_set_int_member (cli->answer, "printed", result.printed);
  json_object_set_int_member (cli->answer, "uncertain", result.uncertain);
  json_object_set_int_member (cli->answer, "left", result.left);
  msk_cli_say (cli, _ ("Tags printed: %u. Uncertain: %u. Not printed: %u."), result.printed,
               result.uncertain, result.left);
  if (result.printed + result.uncertain > 0)
    msk_cli_say (cli, _ ("Put one part on the device, give the other to its owner, and scan each "
                         "with “msk device scan --mode deposit --stdin”."));
  return done;
}

static gboolean
print_tag (MskCli *cli, guint number, GError **error)
{
  g_autoptr(GArray) numbers = g_array_new (FALSE, FALSE, sizeof (guint));

  g_array_append_val (numbers, number);
  return print_tags_of (cli, numbers, error);
}

static gboolean
deposit (MskCli *cli, GError **error)
{
  MskDeviceDraft draft = {
    .description = msk_draft_get_text (cli->draft, "description", ""),
    .shelf = msk_draft_get_text (cli->draft, "shelf", ""),
    .incident_id = msk_draft_get_count (cli->draft, "incident", 0),
  };
  guint number;

  if (!get_kind (cli, &draft.kind, error) ||
      !(draft.incident_id != 0 ? get_person (cli, &draft.attendee_id, error)
                               : require_person (cli, &draft.attendee_id, error)))
    return FALSE;

  number = msk_device_desk_declare (cli->session, &draft, error);
  if (number == 0)
    return FALSE;

  json_object_set_int_member (cli->answer, "device", number);
  msk_cli_say (cli,
               _ ("Device %05u is registered. It is in deposit when its tag was printed and "
                  "scanned."),
               number);
  return cli->options.printer == NULL || print_tag (cli, number, error);
}

static gboolean
print_tags (MskCli *cli, GError **error)
{
  g_autoptr(GArray) numbers = msk_cli_collect_numbers (cli, error);

  return numbers != NULL && print_tags_of (cli, numbers, error);
}

static gboolean
confirm_tag (MskCli *cli, GError **error)
{
  guint number;

  if (!msk_cli_get_number (cli, 0, &number, error) ||
      !msk_device_tags_confirm (cli->session, number, error))
    return FALSE;

  json_object_set_int_member (cli->answer, "deposited", number);
  msk_cli_say (cli, _ ("Device %05u is in deposit."), number);
  return TRUE;
}

static gboolean
scan (MskCli *cli, GError **error)
{
  int mode = MSK_DEVICE_SCAN_DEPOSIT;

  if (cli->options.mode != NULL &&
      !msk_enum_parse (MSK_TYPE_DEVICE_SCAN_MODE, cli->options.mode, &mode))
    {
      g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_USAGE,
                           _ ("There is no such mode: give deposit or return."));
      return FALSE;
    }

  cli->answered = TRUE;
  return msk_device_loop_run (cli->session, (MskDeviceScanMode) mode, STDIN_FILENO, error);
}

static gboolean
give_back (MskCli *cli, GError **error)
{
  gint64 attendee_id;
  guint number;

  if (!msk_cli_get_number (cli, 0, &number, error) || !require_person (cli, &attendee_id, error) ||
      !msk_device_desk_give_back (cli->session, number, attendee_id,
                                  msk_draft_get_text (cli->draft, "witness", ""),
                                  msk_draft_get_text (cli->draft, "reason", ""), error))
    return FALSE;

  json_object_set_int_member (cli->answer, "returned", number);
  msk_cli_say (cli, _ ("Device %05u is given back."), number);
  return TRUE;
}

static gboolean
void_device (MskCli *cli, GError **error)
{
  guint number;

  if (!msk_cli_get_number (cli, 0, &number, error) ||
      !msk_device_desk_void (cli->session, number, msk_draft_get_text (cli->draft, "reason", ""),
                             error))
    return FALSE;

  json_object_set_int_member (cli->answer, "void", number);
  msk_cli_say (cli, _ ("Device %05u is void, and its number is not used again."), number);
  return TRUE;
}

static gboolean
claim (MskCli *cli, GError **error)
{
  gint64 attendee_id;
  guint number;

  if (!msk_cli_get_number (cli, 0, &number, error) || !require_person (cli, &attendee_id, error) ||
      !msk_device_desk_claim (cli->session, number, attendee_id,
                              msk_draft_get_text (cli->draft, "reason", ""), error))
    return FALSE;

  json_object_set_int_member (cli->answer, "device", number);
  msk_cli_say (cli, _ ("The owner of device %05u is registered."), number);
  return TRUE;
}

static gboolean
answer_none (MskCli *cli, GError **error)
{
  gint64 attendee_id;

  if (!require_person (cli, &attendee_id, error) ||
      !msk_device_desk_answer_none (cli->session, attendee_id, error))
    return FALSE;

  json_object_set_int_member (cli->answer, "person", attendee_id);
  msk_cli_say (cli, _ ("It is noted that this person has no other device."));
  return TRUE;
}

static gboolean
found (MskCli *cli, GError **error)
{
  const char *shelf = msk_draft_get_text (cli->draft, "shelf", NULL);
  MskDeviceFinding finding = { .finder = msk_draft_get_text (cli->draft, "finder", ""),
                               .zone = msk_draft_get_text (cli->draft, "zone", ""),
                               .text = msk_draft_get_text (cli->draft, "text", "") };
  MskDeviceDraft draft = { .description = finding.text, .shelf = shelf };
  gint64 incident;
  guint number;

  if (!get_kind (cli, &draft.kind, error) || !get_person (cli, &finding.attendee_id, error) ||
      !msk_device_desk_found (cli->session, &finding, shelf != NULL ? &draft : NULL, &incident,
                              &number, error))
    return FALSE;

  json_object_set_int_member (cli->answer, "incident", incident);
  msk_cli_say (cli, _ ("This is incident %u: tell the security officer."), (guint) incident);
  if (number == 0)
    return TRUE;

  json_object_set_int_member (cli->answer, "device", number);
  msk_cli_say (cli,
               _ ("Device %05u is registered. It is in deposit when its tag was printed and "
                  "scanned."),
               number);
  return cli->options.printer == NULL || print_tag (cli, number, error);
}

static void
show_devices (MskCli *cli, GPtrArray *devices, gboolean all)
{
  g_autoptr(MskTable) table =
                 msk_table_new (_ ("Number"), _ ("Kind"), _ ("What it is"), _ ("Shelf"),
                                _ ("State"), _ ("Tag"), _ ("Owner"), _ ("Since"), NULL);
  g_autofree char *text = NULL;

  for (guint i = devices->len; i > 0 && !all; i--)
    {
      const MskDevice *device = g_ptr_array_index (devices, i - 1);

      if (device->state == MSK_DEVICE_RETURNED || device->state == MSK_DEVICE_VOID)
        g_ptr_array_remove_index (devices, i - 1);
    }
  for (guint i = 0; i < devices->len; i++)
    {
      const MskDevice *device = g_ptr_array_index (devices, i);
      g_autofree char *number = g_strdup_printf ("%05u", device->number);
      g_autofree char *since = msk_table_dup_time (device->changed_at);

      msk_table_add (table, number, msk_device_kind_get_label (device->kind), device->description,
                     device->shelf, msk_device_state_get_label (device->state),
                     msk_device_tag_get_label (device->tag), device->owner, since, NULL);
    }
  text = msk_table_dup_text (table);
  msk_json_set_list (cli->answer, "devices", devices, (MskJsonMake) msk_json_from_device);
  msk_cli_say (cli, "%s", text);
}

static gboolean
list (MskCli *cli, GError **error)
{
  const gboolean one = cli->options.person != MSK_OPTION_UNSET;
  g_autoptr(GPtrArray) devices =
                 one ? msk_device_desk_list_of (cli->session, cli->options.person, error)
                     : msk_device_desk_list (cli->session, error);
  gboolean settled;

  if (devices == NULL)
    return FALSE;

  if (one)
    {
      if (!msk_device_desk_is_settled (cli->session, cli->options.person, &settled, error))
        return FALSE;
      json_object_set_boolean_member (cli->answer, "settled", settled);
    }
  show_devices (cli, devices, cli->options.all);
  return TRUE;
}

static gboolean
list_unclaimed (MskCli *cli, GError **error)
{
  g_autoptr(GPtrArray) devices = msk_device_desk_list_unclaimed (cli->session, error);

  if (devices == NULL)
    return FALSE;

  show_devices (cli, devices, TRUE);
  return TRUE;
}

#define ONE_DEVICE                                                                                 \
  .arguments = N_ ("NUMBER"), .min_arguments = 1, .max_arguments = 1, .need = MSK_NEED_MEETING

static const MskVerb verbs[] = {
  {
      .name = "deposit",
      .options = MSK_OPTION_PERSON | MSK_OPTION_STDIN | MSK_OPTION_PRINTER,
      .keys = deposit_keys,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("register a device that a person hands in; with --printer print its tag"),
      .description = N_ ("The person is that of --person, or with --stdin the one whose badge is "
                         "scanned."),
      .run = deposit,
  },
  {
      .name = "none",
      .options = MSK_OPTION_PERSON | MSK_OPTION_STDIN,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("note that a person has no (other) device on them"),
      .run = answer_none,
  },
  {
      .name = "tag",
      .arguments = N_ ("NUMBER…"),
      .min_arguments = 1,
      .max_arguments = MSK_ARGUMENTS_ANY,
      .required = MSK_OPTION_PRINTER,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("print two-part tags; one from before is void then"),
      .run = print_tags,
  },
  {
      .name = "tag-confirm",
      ONE_DEVICE,
      .summary = N_ ("by hand: both parts of the tag came out and are in their places"),
      .run = confirm_tag,
  },
  {
      .name = "scan",
      .required = MSK_OPTION_STDIN,
      .options = MSK_OPTION_MODE,
      .words = MSK_WORDS_MODE (N_ ("deposit (the default) or return")),
      .need = MSK_NEED_MEETING,
      .summary = N_ ("take codes from a scanner, one a line, and answer each with one JSON line"),
      .description = N_ ("Modes: deposit takes a new tag, so that its device is in deposit; return "
                         "takes a tag and its owner’s badge, in either order."),
      .run = scan,
  },
  {
      .name = "return",
      ONE_DEVICE,
      .options = MSK_OPTION_PERSON | MSK_OPTION_STDIN,
      .keys = return_keys,
      .summary = N_ ("give a device back without its tag, on the word of two persons"),
      .run = give_back,
  },
  {
      .name = "list",
      .options = MSK_OPTION_ALL | MSK_OPTION_PERSON,
      .words = MSK_WORDS_ALL (N_ ("list those that went back or were registered by mistake too")),
      .need = MSK_NEED_MEETING,
      .summary = N_ ("list the devices that are here, or a person’s; with --all every one"),
      .run = list,
  },
  {
      .name = "unclaimed",
      .need = MSK_NEED_MEETING,
      .summary = N_ ("list devices in deposit whose owner is not inside or is unknown"),
      .run = list_unclaimed,
  },
  {
      .name = "found",
      .options = MSK_OPTION_PERSON | MSK_OPTION_STDIN | MSK_OPTION_PRINTER,
      .keys = found_keys,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("register a device that was found in the room, which is an incident"),
      .run = found,
  },
  {
      .name = "claim",
      ONE_DEVICE,
      .options = MSK_OPTION_PERSON | MSK_OPTION_STDIN,
      .keys = reason_keys,
      .summary = N_ ("register whose a device is that was found in the room"),
      .run = claim,
  },
  {
      .name = "void",
      ONE_DEVICE,
      .keys = reason_keys,
      .summary = N_ ("give up the number of a device that was registered by mistake"),
      .run = void_device,
  },
  { NULL },
};

const MskCommand msk_device_command = {
  .name = "device",
  .summary = N_ ("devices before the room: take in, give back, unclaimed"),
  .verbs = verbs,
};
