/* The options of the terminal program: one table of all, and which of them were given.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-options.h"

#include <glib/gi18n-lib.h>

#include "msk-error.h"

typedef struct
{
  MskOptionSet bit;
  const char *name;
  GOptionArg type;
  gsize offset;
  const char *summary;
  const char *argument;
} Option;

#define AT(member) G_STRUCT_OFFSET (MskOptions, member)

/* Texts are taken as file names, which GOption leaves as they are: they need not be in the charset
 * of the locale, and are checked to be UTF-8 where they go into the register. */
static const Option table[] = {
  { MSK_OPTION_VAULT, "vault", G_OPTION_ARG_FILENAME, AT (vault),
    N_ ("the folder of the vault (or MSK_VAULT)"), N_ ("FOLDER") },
  { MSK_OPTION_USER, "user", G_OPTION_ARG_FILENAME, AT (user),
    N_ ("the account to sign in with (or MSK_USER)"), N_ ("NAME") },
  { MSK_OPTION_PASSPHRASE_FD, "passphrase-fd", G_OPTION_ARG_INT64, AT (passphrase_fd),
    N_ ("read the passphrase from this open file, up to the end of the line"), N_ ("NUMBER") },
  { MSK_OPTION_PASSPHRASE_FILE, "passphrase-file", G_OPTION_ARG_FILENAME, AT (passphrase_file),
    N_ ("read the passphrase from a file that only you can read (or MSK_PASSPHRASE_FILE)"),
    N_ ("FILE") },
  { MSK_OPTION_MEETING, "meeting", G_OPTION_ARG_INT64, AT (meeting),
    N_ ("the meeting to work on; needed when more than one is not closed"), N_ ("ID") },
  { MSK_OPTION_STATION, "station", G_OPTION_ARG_FILENAME, AT (station),
    N_ ("the place of work as the ledger names it"), N_ ("NAME") },
  { MSK_OPTION_JSON, "json", G_OPTION_ARG_NONE, AT (json),
    N_ ("answer with one JSON object, refusals too"), NULL },
  { MSK_OPTION_HELP, "help", G_OPTION_ARG_NONE, AT (help), N_ ("show this help"), NULL },
  { MSK_OPTION_VERSION, "version", G_OPTION_ARG_NONE, AT (version), N_ ("show the version"), NULL },
  { MSK_OPTION_FROM, "from", G_OPTION_ARG_FILENAME, AT (from),
    N_ ("read the JSON object described above from a file, or - for standard input"), N_ ("FILE") },
  { MSK_OPTION_ROLE, "role", G_OPTION_ARG_FILENAME, AT (role),
    N_ ("organiser, responsible-leader, desk-clerk, security-officer, system-administrator or "
        "auditor"),
    N_ ("ROLE") },
  { MSK_OPTION_COST, "cost", G_OPTION_ARG_FILENAME, AT (cost),
    N_ ("what one guess at a passphrase costs: interactive (64 MiB), moderate (256 MiB, the "
        "default) or sensitive (1 GiB)"),
    N_ ("COST") },
  { MSK_OPTION_NEW_PASSPHRASE_FD, "new-passphrase-fd", G_OPTION_ARG_INT64, AT (new_passphrase_fd),
    N_ ("read the new passphrase from this open file"), N_ ("NUMBER") },
  { MSK_OPTION_NEW_PASSPHRASE_FILE, "new-passphrase-file", G_OPTION_ARG_FILENAME,
    AT (new_passphrase_file), N_ ("read the new passphrase from a file that only you can read"),
    N_ ("FILE") },
  { MSK_OPTION_KIND, "kind", G_OPTION_ARG_FILENAME, AT (kind), N_ ("folder or cups"), N_ ("KIND") },
  { MSK_OPTION_TARGET, "target", G_OPTION_ARG_FILENAME, AT (target),
    N_ ("the CUPS queue, or the folder (by default the papers folder beside the vault)"),
    N_ ("TARGET") },
  { MSK_OPTION_PLACE, "place", G_OPTION_ARG_FILENAME, AT (place),
    N_ ("the designated place where the printer stands"), N_ ("PLACE") },
  { MSK_OPTION_PRINTER, "printer", G_OPTION_ARG_FILENAME, AT (printer), N_ ("a designated printer"),
    N_ ("NAME") },
  { MSK_OPTION_MODE, "mode", G_OPTION_ARG_FILENAME, AT (mode), NULL /* each verb's own */,
    N_ ("MODE") },
  { MSK_OPTION_STDIN, "stdin", G_OPTION_ARG_NONE, AT (read_stdin),
    N_ ("read the codes from standard input, one a line"), NULL },
  { MSK_OPTION_COMMANDS, "commands", G_OPTION_ARG_NONE, AT (commands),
    N_ ("obey lines that are commands, such as mode and undo: not where a bare scanner writes, "
        "which could "
        "be shown such a line"),
    NULL },
  { MSK_OPTION_PERSON, "person", G_OPTION_ARG_INT64, AT (person),
    N_ ("the person, as “msk attendee list” counts them"), N_ ("ID") },
  { MSK_OPTION_COPY, "copy", G_OPTION_ARG_FILENAME, AT (copy), N_ ("the copy number"),
    N_ ("NUMBER") },
  { MSK_OPTION_ALL, "all", G_OPTION_ARG_NONE, AT (all), NULL /* each verb's own */, NULL },
  { MSK_OPTION_OUTPUT, "output", G_OPTION_ARG_FILENAME, AT (output),
    N_ ("write it to this new file"), N_ ("FILE") },
  { MSK_OPTION_APPLIANCE, "appliance", G_OPTION_ARG_NONE, AT (appliance),
    N_ ("only the appliance's own ledger"), NULL },
  { MSK_OPTION_MAX, "max", G_OPTION_ARG_INT64, AT (max), N_ ("at most so many entries"),
    N_ ("COUNT") },
  { MSK_OPTION_ATTENDEES, "attendees", G_OPTION_ARG_INT64, AT (attendees),
    N_ ("how many people stand on the list (60)"), N_ ("COUNT") },
  { MSK_OPTION_COPIES, "copies", G_OPTION_ARG_INT64, AT (copies),
    N_ ("how many copies of each paper are made (two more than there are readers)"), N_ ("COUNT") },
  { MSK_OPTION_PAGE, "page", G_OPTION_ARG_INT64, AT (page), N_ ("the page, from 1"),
    N_ ("NUMBER") },
  { MSK_OPTION_TO, "to", G_OPTION_ARG_FILENAME, AT (to), N_ ("write the picture to this new file"),
    N_ ("FILE") },
  { MSK_OPTION_ENCODING, "encoding", G_OPTION_ARG_FILENAME, AT (encoding),
    N_ ("read a CSV as utf-8, utf-16-le, utf-16-be or gb18030 (found out from the file)"),
    N_ ("ENCODING") },
  { MSK_OPTION_COLUMNS, "columns", G_OPTION_ARG_FILENAME, AT (columns),
    N_ ("which column says what, such as name=1,unit=2,post=3,capacity=D,clearance=E; it is "
        "remembered for lists with these headings"),
    N_ ("COLUMNS") },
  { MSK_OPTION_SHEET, "sheet", G_OPTION_ARG_INT64, AT (sheet),
    N_ ("the sheet of a workbook, from 1 (the first that is shown)"), N_ ("NUMBER") },
  { MSK_OPTION_ACCEPT_WARNINGS, "accept-warnings", G_OPTION_ARG_NONE, AT (accept_warnings),
    N_ ("somebody looked at what is doubtful, and it is meant so"), NULL },
  { MSK_OPTION_IDENTITY, "identity", G_OPTION_ARG_FILENAME, AT (identity),
    N_ ("what you saw of who they are: id-card, service-card, other-document or known"),
    N_ ("KIND") },
  { MSK_OPTION_NO_DEVICES, "no-devices", G_OPTION_ARG_NONE, AT (no_devices),
    N_ ("they say that they carry no device"), NULL },
  { MSK_OPTION_SORT, "sort", G_OPTION_ARG_FILENAME, AT (sort),
    N_ ("number (the default), pinyin, name (by strokes) or unit"), N_ ("ORDER") },
  { MSK_OPTION_FORMAT, "format", G_OPTION_ARG_FILENAME, AT (format),
    N_ ("csv or xlsx (as the name of the file ends, or else csv)"), N_ ("FORMAT") },
  { MSK_OPTION_INSIDE, "inside", G_OPTION_ARG_NONE, AT (inside),
    N_ ("everybody who is inside by the door’s register"), NULL },
  { MSK_OPTION_TEXT_VERSION, "text-version", G_OPTION_ARG_INT64, AT (text_version),
    N_ ("the version of the text that is meant: refused unless it is in force"), N_ ("NUMBER") },
  { MSK_OPTION_XLSX, "xlsx", G_OPTION_ARG_NONE, AT (xlsx),
    N_ ("as a workbook in which every cell is text, not as PDF"), NULL },
  { MSK_OPTION_COSIGNER, "cosigner", G_OPTION_ARG_FILENAME, AT (cosigner),
    N_ ("who signs in beside --user, with their own passphrase"), N_ ("NAME") },
  { MSK_OPTION_COSIGNER_FD, "cosigner-fd", G_OPTION_ARG_INT64, AT (cosigner_fd),
    N_ ("read the cosigner’s passphrase from this file descriptor"), N_ ("NUMBER") },
  { MSK_OPTION_COSIGNER_FILE, "cosigner-file", G_OPTION_ARG_FILENAME, AT (cosigner_file),
    N_ ("read the cosigner’s passphrase from this file"), N_ ("FILE") },
  { MSK_OPTION_SECOND_COSIGNER, "second-cosigner", G_OPTION_ARG_FILENAME, AT (second_cosigner),
    N_ ("who else signs in, where two roles have to decide"), N_ ("NAME") },
  { MSK_OPTION_SECOND_COSIGNER_FD, "second-cosigner-fd", G_OPTION_ARG_INT64,
    AT (second_cosigner_fd), N_ ("read the second cosigner’s passphrase from this file descriptor"),
    N_ ("NUMBER") },
  { MSK_OPTION_SECOND_COSIGNER_FILE, "second-cosigner-file", G_OPTION_ARG_FILENAME,
    AT (second_cosigner_file), N_ ("read the second cosigner’s passphrase from this file"),
    N_ ("FILE") },
  { MSK_OPTION_PAGES, "pages", G_OPTION_ARG_INT64, AT (pages),
    N_ ("how many pages were brought and counted"), N_ ("COUNT") },
  { MSK_OPTION_CONDITION, "condition", G_OPTION_ARG_FILENAME, AT (condition),
    N_ ("how it came back: whole (the default), damaged, torn, written-on or tag-unreadable"),
    N_ ("CONDITION") },
  { MSK_OPTION_RECIPIENT, "recipient", G_OPTION_ARG_FILENAME, AT (recipient),
    N_ ("for whose passphrase the export is sealed, such as the archive’s"), N_ ("NAME") },
  { MSK_OPTION_ARCHIVE_NUMBER, "archive-number", G_OPTION_ARG_FILENAME, AT (archive_number),
    N_ ("the archive number for the dossier’s cover; a line to write it on without"),
    N_ ("NUMBER") },
  { MSK_OPTION_RETENTION, "retention", G_OPTION_ARG_FILENAME, AT (retention),
    N_ ("how long the archive keeps the dossier, for its cover; a line to write it on without"),
    N_ ("PERIOD") },
  { MSK_OPTION_ZONE, "zone", G_OPTION_ARG_FILENAME, AT (zone),
    N_ ("the zone of the venue that is swept, as “msk sweep zones --json” names it (storage)"),
    N_ ("ZONE") },
  { MSK_OPTION_EXPORT, "export", G_OPTION_ARG_FILENAME, AT (export_file),
    N_ ("the file of the newest export, which is read before anything is erased"), N_ ("FILE") },
};

void
msk_options_init (MskOptions *self)
{
  *self = (MskOptions){ 0 };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    if (table[i].type == G_OPTION_ARG_INT64)
      G_STRUCT_MEMBER (gint64, self, table[i].offset) = MSK_OPTION_UNSET;
}

void
msk_options_clear (MskOptions *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    if (table[i].type == G_OPTION_ARG_FILENAME)
      g_clear_pointer (&G_STRUCT_MEMBER (char *, self, table[i].offset), g_free);
}

static gboolean
was_given (const MskOptions *self, const Option *option)
{
  gconstpointer value = (const char *) self + option->offset;

  if (option->type == G_OPTION_ARG_INT64)
    return *(const gint64 *) value != MSK_OPTION_UNSET;
  if (option->type == G_OPTION_ARG_NONE)
    return *(const gboolean *) value;

  return *(char *const *) value != NULL;
}

static const char *
get_summary (const Option *option, const MskOptionWords *words)
{
  for (; words != NULL && words->bit != 0; words++)
    if (words->bit == option->bit)
      return words->summary;

  return option->summary;
}

/* The entries of a set, to be freed with g_array_unref() after the context that uses them. */
static GArray *
make_entries (MskOptions *self, MskOptionSet set, const MskOptionWords *words)
{
  GArray *entries = g_array_new (TRUE, TRUE, sizeof (GOptionEntry));

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      const GOptionEntry entry = {
        .long_name = table[i].name,
        .short_name = table[i].bit == MSK_OPTION_HELP ? 'h' : 0,
        .arg = table[i].type,
        .arg_data = G_STRUCT_MEMBER_P (self, table[i].offset),
        .description = get_summary (&table[i], words),
        .arg_description = table[i].argument,
      };

      if ((set & table[i].bit) != 0)
        g_array_append_val (entries, entry);
    }

  return entries;
}

gboolean
msk_options_parse (MskOptions *self, GStrv *arguments, GError **error)
{
  g_autoptr(GArray) entries = make_entries (self, ~(MskOptionSet) 0, NULL);
  g_autoptr(GOptionContext) context = g_option_context_new (NULL);
  g_autoptr(GError) local_error = NULL;

  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_add_main_entries (context, (GOptionEntry *) (void *) entries->data,
                                     GETTEXT_PACKAGE);
  if (g_option_context_parse_strv (context, arguments, &local_error))
    return TRUE;

  g_set_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_USAGE,
               _ ("%s: see “msk --help” for the options."), local_error->message);
  return FALSE;
}

gboolean
msk_options_check (const MskOptions *self,
                   MskOptionSet allowed,
                   MskOptionSet required,
                   GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      const gboolean given = was_given (self, &table[i]);

      if (given && (table[i].bit & (allowed | MSK_OPTIONS_COMMON)) == 0)
        g_set_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_USAGE,
                     _ ("The option --%s does not belong to this command: see its --help."),
                     table[i].name);
      else if (!given && (table[i].bit & required) != 0)
        g_set_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_USAGE,
                     _ ("The option --%s is needed: see the command's --help."), table[i].name);
      else
        continue;

      return FALSE;
    }

  return TRUE;
}

char *
msk_options_dup_help (const char *usage,
                      const char *summary,
                      const char *description,
                      MskOptionSet set,
                      const MskOptionWords *words)
{
  MskOptions unused;
  g_autoptr(GArray) own = make_entries (&unused, set & ~MSK_OPTIONS_COMMON, words);
  g_autoptr(GArray) common = make_entries (&unused, MSK_OPTIONS_COMMON, NULL);
  g_autoptr(GOptionContext) context = g_option_context_new (usage);
  g_autofree char *text = summary != NULL && description != NULL
                              ? g_strdup_printf ("%s\n\n%s", summary, description)
                              : g_strdup (summary);

  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_set_summary (context, text);
  g_option_context_add_main_entries (context, (GOptionEntry *) (void *) common->data,
                                     GETTEXT_PACKAGE);
  if (own->len > 0)
    {
      GOptionGroup *group =
          g_option_group_new ("verb", _ ("Options of this command:"), "", NULL, NULL);

      g_option_group_set_translation_domain (group, GETTEXT_PACKAGE);
      g_option_group_add_entries (group, (GOptionEntry *) (void *) own->data);
      g_option_context_add_group (context, group);
    }

  return g_option_context_get_help (context, FALSE, NULL);
}
