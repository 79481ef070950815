/* A permit to take a copy away (R3): who keeps it, where it is registered then, by whose authority.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "msk-copy.h"
#include "msk-level.h"
#include "msk-name.h"

G_BEGIN_DECLS

/* How a permit was closed. */
typedef enum
{
  MSK_PERMIT_OUTCOME_RECEIPT,   /* the home registry sent its receipt: the copy is theirs to keep */
  MSK_PERMIT_OUTCOME_BACK,      /* the copy came back */
  MSK_PERMIT_OUTCOME_LOST,      /* the copy is reported missing */
  MSK_PERMIT_OUTCOME_WITHDRAWN, /* before anybody used it */
} MskPermitOutcome;

/* Where a permit stands at a moment. */
typedef enum
{
  MSK_PERMIT_GRANTED, /* and not used yet */
  MSK_PERMIT_EXPIRED, /* not used by its deadline */
  MSK_PERMIT_OUT,     /* the copy is away, and the receipt is waited for */
  MSK_PERMIT_OVERDUE, /* so past the deadline */
  MSK_PERMIT_CLOSED,
} MskPermitStanding;

#define MSK_TYPE_PERMIT (msk_permit_get_type ())
G_DECLARE_FINAL_TYPE (MskPermit, msk_permit, MSK, PERMIT, GObject)

struct _MskPermit
{
  GObject parent_instance;

  gint64 id;
  guint number; /* of the copy */
  gint64 paper_id;
  char *document_number;
  MskLevel level;     /* of the paper */
  gint64 keeper_id;   /* attendee who answers for it */
  char *keeper;       /* their name */
  char *unit;         /* theirs */
  char *registry;     /* the home registry */
  char *authority;    /* full name of the leader who permits */
  char *reference;    /* of the written permit */
  char *named_bearer; /* who is to carry it, by the permit */
  char *named_second; /* and who is to go with them (R2), or "" */
  gint64 deadline_at; /* for the receipt, or the copy, to be here */
  gint64 granted_at;
  char *granted_by; /* user */
  gboolean is_taken;
  gint64 taken_at;
  char *taken_by; /* user who handed it over, or "" */
  char *bearer;   /* who carries it, or "" */
  char *second;   /* who goes with them (R2), or "" */
  gboolean is_open;
  MskPermitOutcome outcome;
  gint64 ended_at;
  char *ended_by;
  char *receipt;     /* reference of the return receipt, or "" */
  char *received_by; /* who signed it there, or "" */
};

MskPermit *msk_permit_new (void) G_GNUC_WARN_UNUSED_RESULT;

MskPermitStanding msk_permit_classify (const MskPermit *self, gint64 now);
const char *msk_permit_standing_get_label (MskPermitStanding standing);
const char *msk_permit_outcome_get_label (MskPermitOutcome outcome);

/* R3: whether a copy may be taken away by this keeper: it is in store, or held by them, and not
 * recalled. Fails with MSK_RULE_ERROR_ALREADY_ISSUED for one that somebody else holds, with
 * _COPY_RECALLED, _PAGES_MISSING, or as msk_copy_check_issuable(). */
gboolean msk_permit_check_copy (MskCopy *copy, gint64 keeper_id, GError **error);

/* R2: whether these may carry a paper of this level; second is "" for nobody. Fails with
 * MSK_RULE_ERROR_TWO_PERSONS_MISSING for a top-secret paper without two people, or one person named
 * twice. */
gboolean msk_permit_check_bearers (MskLevel level,
                                   const char *bearer,
                                   const char *second,
                                   MskNamePair alike,
                                   GError **error);

/* Whether it may be used now, by these bearers. Fails with MSK_RULE_ERROR_PERMIT_EXPIRED, as
 * msk_permit_check_bearers(), or with MSK_RULE_ERROR_BEARER_DIFFERS when it would go with others
 * than the permit names. */
gboolean msk_permit_check_take (const MskPermit *self,
                                const char *bearer,
                                const char *second,
                                MskNamePair alike,
                                gint64 now,
                                GError **error);

G_END_DECLS
