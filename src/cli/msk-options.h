/* The options of the terminal program: one table of all, and which of them were given.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Each option is a bit, so that a verb can say in one word which it takes. */
typedef enum
{
  MSK_OPTION_VAULT = 1 << 0,
  MSK_OPTION_USER = 1 << 1,
  MSK_OPTION_PASSPHRASE_FD = 1 << 2,
  MSK_OPTION_PASSPHRASE_FILE = 1 << 3,
  MSK_OPTION_MEETING = 1 << 4,
  MSK_OPTION_STATION = 1 << 5,
  MSK_OPTION_JSON = 1 << 6,
  MSK_OPTION_HELP = 1 << 7,
  MSK_OPTION_VERSION = 1 << 8,
  MSK_OPTION_FROM = 1 << 9,
  MSK_OPTION_ROLE = 1 << 10,
  MSK_OPTION_COST = 1 << 11,
  MSK_OPTION_NEW_PASSPHRASE_FD = 1 << 12,
  MSK_OPTION_NEW_PASSPHRASE_FILE = 1 << 13,
  MSK_OPTION_KIND = 1 << 14,
  MSK_OPTION_TARGET = 1 << 15,
  MSK_OPTION_PLACE = 1 << 16,
  MSK_OPTION_PRINTER = 1 << 17,
  MSK_OPTION_MODE = 1 << 18,
  MSK_OPTION_STDIN = 1 << 19,
  MSK_OPTION_COMMANDS = 1 << 20,
  MSK_OPTION_PERSON = 1 << 21,
  MSK_OPTION_COPY = 1 << 22,
  MSK_OPTION_ALL = 1 << 23,
  MSK_OPTION_OUTPUT = 1 << 24,
  MSK_OPTION_APPLIANCE = 1 << 25,
  MSK_OPTION_MAX = 1 << 26,
  MSK_OPTION_ATTENDEES = 1 << 27,
  MSK_OPTION_COPIES = 1 << 28,
  MSK_OPTION_PAGE = 1 << 29,
  MSK_OPTION_TO = 1 << 30,
} MskOptionSet;

/* What every command takes. */
#define MSK_OPTIONS_COMMON ((1 << 9) - 1)
#define MSK_OPTIONS_NEW_PASSPHRASE (MSK_OPTION_NEW_PASSPHRASE_FD | MSK_OPTION_NEW_PASSPHRASE_FILE)

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
  gint64 copy;
  gboolean all;
  char *output;
  gboolean appliance;
  gint64 max;
  gint64 attendees;
  gint64 copies;
  gint64 page;
  char *to;
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

/* The help of a verb or a command: usage, what it does, further text, the options of the set, and
 * those of every command. description may be NULL. The caller owns it. */
char *msk_options_dup_help (const char *usage,
                            const char *summary,
                            const char *description,
                            MskOptionSet set) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
