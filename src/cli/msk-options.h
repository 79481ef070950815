/* The options of the terminal program: one table of all, and which of them were given.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Each option is a bit, so that a verb can say in one word which it takes. */
typedef guint64 MskOptionSet;

#define MSK_OPTION(bit) (G_GUINT64_CONSTANT (1) << (bit))
#define MSK_OPTION_VAULT MSK_OPTION (0)
#define MSK_OPTION_USER MSK_OPTION (1)
#define MSK_OPTION_PASSPHRASE_FD MSK_OPTION (2)
#define MSK_OPTION_PASSPHRASE_FILE MSK_OPTION (3)
#define MSK_OPTION_MEETING MSK_OPTION (4)
#define MSK_OPTION_STATION MSK_OPTION (5)
#define MSK_OPTION_JSON MSK_OPTION (6)
#define MSK_OPTION_HELP MSK_OPTION (7)
#define MSK_OPTION_VERSION MSK_OPTION (8)
#define MSK_OPTION_FROM MSK_OPTION (9)
#define MSK_OPTION_ROLE MSK_OPTION (10)
#define MSK_OPTION_COST MSK_OPTION (11)
#define MSK_OPTION_NEW_PASSPHRASE_FD MSK_OPTION (12)
#define MSK_OPTION_NEW_PASSPHRASE_FILE MSK_OPTION (13)
#define MSK_OPTION_KIND MSK_OPTION (14)
#define MSK_OPTION_TARGET MSK_OPTION (15)
#define MSK_OPTION_PLACE MSK_OPTION (16)
#define MSK_OPTION_PRINTER MSK_OPTION (17)
#define MSK_OPTION_MODE MSK_OPTION (18)
#define MSK_OPTION_STDIN MSK_OPTION (19)
#define MSK_OPTION_COMMANDS MSK_OPTION (20)
#define MSK_OPTION_PERSON MSK_OPTION (21)
#define MSK_OPTION_COPY MSK_OPTION (22)
#define MSK_OPTION_ALL MSK_OPTION (23)
#define MSK_OPTION_OUTPUT MSK_OPTION (24)
#define MSK_OPTION_APPLIANCE MSK_OPTION (25)
#define MSK_OPTION_MAX MSK_OPTION (26)
#define MSK_OPTION_ATTENDEES MSK_OPTION (27)
#define MSK_OPTION_COPIES MSK_OPTION (28)
#define MSK_OPTION_PAGE MSK_OPTION (29)
#define MSK_OPTION_TO MSK_OPTION (30)
#define MSK_OPTION_ENCODING MSK_OPTION (31)
#define MSK_OPTION_COLUMNS MSK_OPTION (32)
#define MSK_OPTION_SHEET MSK_OPTION (33)
#define MSK_OPTION_ACCEPT_WARNINGS MSK_OPTION (34)
#define MSK_OPTION_IDENTITY MSK_OPTION (35)
#define MSK_OPTION_NO_DEVICES MSK_OPTION (36)
#define MSK_OPTION_SORT MSK_OPTION (37)
#define MSK_OPTION_FORMAT MSK_OPTION (38)
#define MSK_OPTION_INSIDE MSK_OPTION (39)
#define MSK_OPTION_TEXT_VERSION MSK_OPTION (40)
#define MSK_OPTION_XLSX MSK_OPTION (41)
#define MSK_OPTION_COSIGNER MSK_OPTION (42)
#define MSK_OPTION_COSIGNER_FD MSK_OPTION (43)
#define MSK_OPTION_COSIGNER_FILE MSK_OPTION (44)
#define MSK_OPTION_SECOND_COSIGNER MSK_OPTION (45)
#define MSK_OPTION_SECOND_COSIGNER_FD MSK_OPTION (46)
#define MSK_OPTION_SECOND_COSIGNER_FILE MSK_OPTION (47)
#define MSK_OPTION_PAGES MSK_OPTION (48)
#define MSK_OPTION_CONDITION MSK_OPTION (49)
#define MSK_OPTION_RECIPIENT MSK_OPTION (50)
#define MSK_OPTION_ARCHIVE_NUMBER MSK_OPTION (51)
#define MSK_OPTION_RETENTION MSK_OPTION (52)
#define MSK_OPTION_ZONE MSK_OPTION (53)
#define MSK_OPTION_EXPORT MSK_OPTION (60)

/* What every command takes. */
#define MSK_OPTIONS_COMMON (MSK_OPTION (9) - 1)
#define MSK_OPTIONS_NEW_PASSPHRASE (MSK_OPTION_NEW_PASSPHRASE_FD | MSK_OPTION_NEW_PASSPHRASE_FILE)

/* What every verb takes that needs a second person. */
#define MSK_OPTIONS_COSIGNER                                                                       \
  (MSK_OPTION_COSIGNER | MSK_OPTION_COSIGNER_FD | MSK_OPTION_COSIGNER_FILE)

/* What a verb takes in which two persons may have to sign in beside the user. */
#define MSK_OPTIONS_SECOND_COSIGNER                                                                \
  (MSK_OPTION_SECOND_COSIGNER | MSK_OPTION_SECOND_COSIGNER_FD | MSK_OPTION_SECOND_COSIGNER_FILE)

/* What every verb takes that may be told what was counted. */
#define MSK_OPTIONS_COUNT (MSK_OPTION_PAGES | MSK_OPTION_CONDITION)

/* A number that was not given. */
#define MSK_OPTION_UNSET G_MININT64

/* The values. Texts that were not given are NULL, numbers MSK_OPTION_UNSET. */
typedef struct
{
  char *vault;
  char *user;
  gint64 passphrase_fd;
  char *passphrase_file;
  gint64 meeting;
  char *station;
  gboolean json;
  gboolean help;
  gboolean version;
  char *from;
  char *role;
  char *cost;
  gint64 new_passphrase_fd;
  char *new_passphrase_file;
  char *kind;
  char *target;
  char *place;
  char *printer;
  char *mode;
  gboolean read_stdin;
  gboolean commands;
  gint64 person;
  char *copy;
  gboolean all;
  char *output;
  gboolean appliance;
  gint64 max;
  gint64 attendees;
  gint64 copies;
  gint64 page;
  char *to;
  char *encoding;
  char *columns;
  gint64 sheet;
  gboolean accept_warnings;
  char *identity;
  gboolean no_devices;
  char *sort;
  char *format;
  gboolean inside;
  gint64 text_version;
  gboolean xlsx;
  char *cosigner;
  gint64 cosigner_fd;
  char *cosigner_file;
  char *second_cosigner;
  gint64 second_cosigner_fd;
  char *second_cosigner_file;
  gint64 pages;
  char *condition;
  char *recipient;
  char *archive_number;
  char *retention;
  char *zone;
  char *export_file;
} MskOptions;

void msk_options_init (MskOptions *self);
void msk_options_clear (MskOptions *self);

/* Takes the options out of arguments and leaves the words, the first of which is the program. Fails
 * with MSK_INPUT_ERROR_USAGE. */
gboolean msk_options_parse (MskOptions *self, GStrv *arguments, GError **error);

/* Whether only options of the allowed set were given, and all of the required set. Fails with
 * MSK_INPUT_ERROR_USAGE, naming the first that does not belong or is missing. */
gboolean msk_options_check (const MskOptions *self,
                            MskOptionSet allowed,
                            MskOptionSet required,
                            GError **error);

/* What an option does at one verb, where that is another thing than elsewhere. */
typedef struct
{
  MskOptionSet bit; /* 0 ends the list */
  const char *summary;
} MskOptionWords;

/* The help of a verb or a command: usage, what it does, further text, the options of the set, and
 * those of every command. description may be NULL, and words, which say of some options what they
 * do at this verb. The caller owns it. */
char *msk_options_dup_help (const char *usage,
                            const char *summary,
                            const char *description,
                            MskOptionSet set,
                            const MskOptionWords *words) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
