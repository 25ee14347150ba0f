using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace NhiemSo.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class SpeedIndexes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_pf_matter_responsible_id_group_due",
                table: "pf_matter");

            migrationBuilder.DropIndex(
                name: "ix_pf_matter_turn_group_due",
                table: "pf_matter");

            migrationBuilder.DropIndex(
                name: "ix_pf_matter_unit_id_group_due",
                table: "pf_matter");

            migrationBuilder.CreateIndex(
                name: "ix_pf_matter_responsible_id_turn_due_id",
                table: "pf_matter",
                columns: new[] { "responsible_id", "turn", "due", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_pf_matter_turn_due_id",
                table: "pf_matter",
                columns: new[] { "turn", "due", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_pf_matter_unit_id_turn_due_id",
                table: "pf_matter",
                columns: new[] { "unit_id", "turn", "due", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_ds_course_transferred_at_transfer_by",
                table: "ds_course",
                columns: new[] { "transferred_at", "transfer_by" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_pf_matter_responsible_id_turn_due_id",
                table: "pf_matter");

            migrationBuilder.DropIndex(
                name: "ix_pf_matter_turn_due_id",
                table: "pf_matter");

            migrationBuilder.DropIndex(
                name: "ix_pf_matter_unit_id_turn_due_id",
                table: "pf_matter");

            migrationBuilder.DropIndex(
                name: "ix_ds_course_transferred_at_transfer_by",
                table: "ds_course");

            migrationBuilder.CreateIndex(
                name: "ix_pf_matter_responsible_id_group_due",
                table: "pf_matter",
                columns: new[] { "responsible_id", "group", "due" });

            migrationBuilder.CreateIndex(
                name: "ix_pf_matter_turn_group_due",
                table: "pf_matter",
                columns: new[] { "turn", "group", "due" });

            migrationBuilder.CreateIndex(
                name: "ix_pf_matter_unit_id_group_due",
                table: "pf_matter",
                columns: new[] { "unit_id", "group", "due" });
        }
    }
}
