/* The table of commands: names, verbs, what each takes and who does it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-draft.h"
#include "msk-options.h"

G_BEGIN_DECLS

typedef struct _MskCli MskCli;

/* How far the program goes before the verb itself runs. */
typedef enum
{
  MSK_NEED_NOTHING,
  MSK_NEED_PASSPHRASE, /* a user and a passphrase to begin with, asked for twice on a terminal */
  MSK_NEED_SESSION,    /* signed in */
  MSK_NEED_MEETING,    /* signed in, with a meeting open */
} MskNeed;

#define MSK_ARGUMENTS_ANY G_MAXUINT

/* One option's words at a verb. */
#define MSK_WORDS(bit, text)                                                                       \
  (const MskOptionWords[])                                                                         \
  {                                                                                                \
    { bit, text }, { 0 }                                                                           \
  }
#define MSK_WORDS_ALL(text) MSK_WORDS (MSK_OPTION_ALL, text)
#define MSK_WORDS_MODE(text) MSK_WORDS (MSK_OPTION_MODE, text)
#define MSK_WORDS_OUTPUT(text) MSK_WORDS (MSK_OPTION_OUTPUT, text)

typedef struct
{
  const char *name;      /* NULL for the one verb of a command without verbs */
  const char *arguments; /* as the usage line shows them, or NULL */
  guint min_arguments;
  guint max_arguments;
  MskOptionSet required;       /* options that must be given; keys imply --from, unless it may be */
  MskOptionSet options;        /* further ones that may be, besides those of every command */
  const MskOptionWords *words; /* what some of them do here, or NULL */
  const MskDraftKey *keys;     /* of what --from names, or NULL */
  MskNeed need;
  const char *summary;
  const char *description; /* further help, or NULL */
  gboolean (*run) (MskCli *cli, GError **error);
} MskVerb;

typedef struct
{
  const char *name;
  const char *summary;
  const MskVerb *verbs; /* ends with a verb that has no run */
} MskCommand;

extern const MskCommand msk_vault_command;
extern const MskCommand msk_user_command;
extern const MskCommand msk_appliance_command;
extern const MskCommand msk_meeting_command;
extern const MskCommand msk_measure_command;
extern const MskCommand msk_attendee_command;
extern const MskCommand msk_paper_command;
extern const MskCommand msk_copy_command;
extern const MskCommand msk_plan_command;
extern const MskCommand msk_carrier_command;
extern const MskCommand msk_incident_command;
extern const MskCommand msk_room_command;
extern const MskCommand msk_notice_command;
extern const MskCommand msk_duty_command;
extern const MskCommand msk_door_command;
extern const MskCommand msk_desk_command;
extern const MskCommand msk_device_command;
extern const MskCommand msk_circulate_command;
extern const MskCommand msk_permit_command;
extern const MskCommand msk_handover_command;
extern const MskCommand msk_sweep_command;
extern const MskCommand msk_destroy_command;
extern const MskCommand msk_archive_command;
extern const MskCommand msk_report_command;
extern const MskCommand msk_ledger_command;
extern const MskCommand msk_demo_command;

/* Each fails with MSK_INPUT_ERROR_USAGE. name may be NULL: none was given. */
const MskCommand *msk_command_find (const char *name, GError **error);
const MskVerb *msk_command_find_verb (const MskCommand *command, const char *name, GError **error);

/* The options that a verb needs, and all that it takes, without those of every command. */
MskOptionSet msk_verb_get_required (const MskVerb *verb);
MskOptionSet msk_verb_get_options (const MskVerb *verb);

/* The help of the program (command NULL), of a command (verb NULL), or of a verb. The caller owns
 * it. */
char *msk_command_dup_help (const MskCommand *command,
                            const MskVerb *verb) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
