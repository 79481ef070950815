/* A whole meeting through the real desk, with invented people and papers.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-balance.h"
#include "msk-cli.h"

G_BEGIN_DECLS

typedef struct
{
  char *path;
  const char *kind; /* "copy", "badge", "label", "tag" or "report" */
} MskDemoFile;

typedef struct
{
  /* What is wanted. */
  MskCli *cli;
  char *vault;
  guint people;
  guint copies; /* of each paper, or 0 for two more than there are readers */

  /* Who is signed in, and where they work. */
  MskSession *session;
  gint64 meeting;
  char *papers;            /* the folder of the folder printer */
  GHashTable *known_files; /* names in it that are accounted for */

  /* What came of it. */
  guint listed;
  guint approved;
  guint rejected;
  guint issued;
  guint returned;
  guint found_copy;   /* number of the copy that is left behind in the room */
  guint missing_copy; /* number of the one that is not found */
  guint measures;     /* recorded */
  gboolean opened;    /* by the responsible leader */
  guint acknowledged; /* how many times somebody took note of a text */
  guint admitted;     /* at the door */
  guint stopped;      /* on the way out, for what they held; let out by the security officer */
  guint devices;      /* taken into deposit and given back */
  guint carriers;     /* notebooks registered */
  guint carriers_issued;
  MskBalance carrier_balance;
  MskBalance balance; /* of the whole meeting, at the end */
  guint64 ledger_entries;
  gboolean ledger_verified;
  GPtrArray *files; /* of MskDemoFile */
} MskDemoRun;

void msk_demo_run_init (MskDemoRun *self, MskCli *cli);
void msk_demo_run_clear (MskDemoRun *self);

/* Makes the vault and holds the meeting, each act as somebody whose role it is. Fails as the desk
 * does, and with MSK_SYSTEM_ERROR_VAULT_EXISTS for a place that is taken. */
gboolean msk_demo_run_play (MskDemoRun *self, GError **error);

/* Takes every new file in the papers folder to be of this kind. */
gboolean msk_demo_run_take_files (MskDemoRun *self, const char *kind, GError **error);

/* What the desk clerk does before the sweep: see msk-demo-desk.c. */
gboolean msk_demo_run_print (MskDemoRun *self, GError **error);
gboolean msk_demo_run_issue (MskDemoRun *self, GError **error);
gboolean msk_demo_run_return (MskDemoRun *self, GError **error);

/* The same with notebooks: see msk-demo-carriers.c. */
gboolean msk_demo_run_issue_carriers (MskDemoRun *self, GError **error);
gboolean msk_demo_run_return_carriers (MskDemoRun *self, GError **error);
gboolean msk_demo_run_walk_carriers (MskDemoRun *self, GError **error);

/* Before the room: see msk-demo-devices.c. */
gboolean msk_demo_run_measures (MskDemoRun *self, GError **error);
gboolean msk_demo_run_venue_check (MskDemoRun *self, GError **error);
gboolean msk_demo_run_open (MskDemoRun *self, GError **error);
gboolean msk_demo_run_deposit (MskDemoRun *self, GError **error);
gboolean msk_demo_run_give_back (MskDemoRun *self, GError **error);

/* The door: see msk-demo-door.c. */
gboolean msk_demo_run_assign_posts (MskDemoRun *self, GError **error);
gboolean msk_demo_run_brief (MskDemoRun *self, GError **error);
gboolean msk_demo_run_enter (MskDemoRun *self, GError **error);
gboolean msk_demo_run_hold (MskDemoRun *self, GError **error);
gboolean msk_demo_run_leave (MskDemoRun *self, GError **error);
gboolean msk_demo_run_let_out (MskDemoRun *self, GError **error);

/* What is done when everybody has left: see msk-demo-sweep.c. */
gboolean msk_demo_run_walk (MskDemoRun *self, GError **error);
gboolean msk_demo_run_explain (MskDemoRun *self, GError **error);
gboolean msk_demo_run_count (MskDemoRun *self, GError **error);
gboolean msk_demo_run_close (MskDemoRun *self, GError **error);

G_END_DECLS
