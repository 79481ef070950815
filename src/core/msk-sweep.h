/* The closing sweep (M9): what the state of a copy and whether it was seen say together.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "msk-carrier.h"
#include "msk-copy.h"
#include "msk-measure.h"

G_BEGIN_DECLS

typedef enum
{
  MSK_SWEEP_RETURNED,  /* came back, and seen in the sweep */
  MSK_SWEEP_IN_STORE,  /* never given out, and seen */
  MSK_SWEEP_SPOILED,   /* seen, waits for destruction */
  MSK_SWEEP_BY_PERMIT, /* away with leave */
  MSK_SWEEP_DESTROYED,
  MSK_SWEEP_WITH_ORIGINATOR,
  MSK_SWEEP_VOID,     /* no sheet exists, none was seen */
  MSK_SWEEP_MISSING,  /* not seen, and reported missing */
  MSK_SWEEP_OUT,      /* somebody holds it, not seen: unexplained */
  MSK_SWEEP_FOUND,    /* seen although the register says that it is out, gone or void: unexplained
                         until dealt with */
  MSK_SWEEP_NOT_SEEN, /* should be here and was not seen: unexplained */
  MSK_SWEEP_IN_PRINT, /* its sheets were never checked: unexplained */
  MSK_SWEEP_IN_PART,  /* seen, and pages of it are missing: unexplained until they come or are
                         reported missing */
} MskSweepClass;

#define MSK_SWEEP_N_CLASSES (MSK_SWEEP_IN_PART + 1)

typedef enum
{
  MSK_SWEEP_COPY,
  MSK_SWEEP_CARRIER,
} MskSweepKind;

/* One copy or carrier of the expected set that was frozen when the sweep began. */
#define MSK_TYPE_SWEEP_LINE (msk_sweep_line_get_type ())
G_DECLARE_FINAL_TYPE (MskSweepLine, msk_sweep_line, MSK, SWEEP_LINE, GObject)

struct _MskSweepLine
{
  GObject parent_instance;

  MskSweepKind kind;
  guint number;          /* of the copy or the carrier */
  gint64 paper_id;       /* of a copy, or 0 */
  char *document_number; /* of a copy, or "" */
  MskCarrierKind carrier_kind;
  char *description;     /* of a carrier, or "" */
  MskCopyState expected; /* when the set was frozen */
  MskCopyState state;    /* now */
  char *holder;          /* who held it when the set was frozen, or "" */
  char *holder_unit;     /* likewise */
  char *seat;            /* theirs, or "" */
  char *last_act;   /* of its newest movement before the sweep, name of an MskAct; "" for none */
  gint64 last_at;   /* likewise */
  gint64 issued_at; /* to them, 0 for never */
  gint64 first_seen_at; /* in the sweep, 0 for not */
  MskMeasureArea zone;  /* where it was seen first, when it was */
  guint sightings;      /* in the sweep */
  char *remark;         /* why it is missing, or how it was found */
  guint pages;          /* of a copy, or 0 */
  guint pages_back;     /* of a copy that came back in part, or 0 */
  MskSweepClass sweep_class;
};

/* One zone of the venue in the sweep. */
#define MSK_TYPE_SWEEP_ZONE (msk_sweep_zone_get_type ())
G_DECLARE_FINAL_TYPE (MskSweepZone, msk_sweep_zone, MSK, SWEEP_ZONE, GObject)

struct _MskSweepZone
{
  GObject parent_instance;

  MskMeasureArea area;
  guint seen;       /* copies, carriers and spoiled sets that were seen here first */
  guint again;      /* sightings of what was seen before, here or elsewhere */
  guint strange;    /* codes that are nothing of the set */
  guint left;       /* things without a code */
  guint damaged;    /* times that something was seen damaged */
  guint checks;     /* lines of the checklist */
  guint open;       /* of these, mandatory and not done */
  gint64 newest_at; /* 0: nothing was found here */
};

MskSweepZone *msk_sweep_zone_new (MskMeasureArea area) G_GNUC_WARN_UNUSED_RESULT;

/* One paper in the sweep, or all carriers. */
#define MSK_TYPE_SWEEP_TALLY (msk_sweep_tally_get_type ())
G_DECLARE_FINAL_TYPE (MskSweepTally, msk_sweep_tally, MSK, SWEEP_TALLY, GObject)

struct _MskSweepTally
{
  GObject parent_instance;

  gint64 paper_id;       /* 0 for the carriers */
  char *document_number; /* "" for the carriers */
  guint expected;
  guint seen;
  guint unexplained;
  guint missing;
  guint recovered;                    /* found in the sweep and taken back */
  guint damaged;                      /* times that one was seen damaged */
  guint classes[MSK_SWEEP_N_CLASSES]; /* by MskSweepClass */
};

MskSweepTally *msk_sweep_tally_new (gint64 paper_id,
                                    const char *document_number) G_GNUC_WARN_UNUSED_RESULT;

/* Counts so many lines that stand alike. */
void msk_sweep_tally_add (MskSweepTally *self,
                          MskCopyState expected,
                          MskCopyState state,
                          gboolean seen,
                          gboolean in_part,
                          guint items);

/* Static text in the user's language. */
const char *msk_sweep_tally_get_what (MskSweepTally *self);

MskSweepLine *msk_sweep_line_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* in_part: some of its pages came back before, and the others are still missing. */
MskSweepClass msk_sweep_classify (MskCopyState state, gboolean seen, gboolean in_part);

/* The state that the sweep found something in, which its result goes by: what was destroyed or went
 * back to its originator since it was frozen did so after the meeting was closed, since nothing may
 * in between (D1). */
MskCopyState msk_sweep_get_found_state (MskCopyState expected, MskCopyState state);

/* Whether a copy in this class lets the meeting close. */
gboolean msk_sweep_class_is_explained (MskSweepClass sweep_class);

/* Whether somebody still looks for it, or has to deal with it: unexplained, or missing. */
gboolean msk_sweep_line_is_open (MskSweepLine *self);

/* The order of lists: copies, then carriers, by number. */
int msk_sweep_line_compare (MskSweepLine *self, MskSweepLine *other);

const char *msk_sweep_class_get_label (MskSweepClass sweep_class);

/* The number as people read it: six digits of a copy, four of a carrier. The caller owns it. */
char *msk_sweep_line_dup_number (MskSweepLine *self) G_GNUC_WARN_UNUSED_RESULT;

/* What it is: the paper's document number, or the carrier's kind and description. The caller owns
 * it. */
char *msk_sweep_line_dup_what (MskSweepLine *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
