using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace NhiemSo.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class ListsAtScale : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // The desk asks by the beginning of a name (LIKE 'x%'): only an index of this kind serves that, and the model can't say it for both engines.
            migrationBuilder.Sql("CREATE INDEX ix_ds_dossier_applicant_name ON ds_dossier (applicant_name text_pattern_ops)");

            migrationBuilder.DropIndex(
                name: "ix_pf_matter_duty_id_group",
                table: "pf_matter");

            migrationBuilder.CreateIndex(
                name: "ix_rg_entry_duty_id_at",
                table: "rg_entry",
                columns: new[] { "duty_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_rg_entry_matter_id",
                table: "rg_entry",
                column: "matter_id");

            migrationBuilder.CreateIndex(
                name: "ix_rg_entry_register_id",
                table: "rg_entry",
                columns: new[] { "register", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_pf_matter_kind_id",
                table: "pf_matter",
                columns: new[] { "kind", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_pf_matter_confidentiality",
                table: "pf_matter",
                column: "confidentiality");

            migrationBuilder.CreateIndex(
                name: "ix_pf_matter_duty_id_closed",
                table: "pf_matter",
                columns: new[] { "duty_id", "closed" });

            migrationBuilder.CreateIndex(
                name: "ix_dc_document_duty_id_issued_at",
                table: "dc_document",
                columns: new[] { "duty_id", "issued_at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP INDEX ix_ds_dossier_applicant_name");

            migrationBuilder.DropIndex(
                name: "ix_rg_entry_duty_id_at",
                table: "rg_entry");

            migrationBuilder.DropIndex(
                name: "ix_rg_entry_matter_id",
                table: "rg_entry");

            migrationBuilder.DropIndex(
                name: "ix_rg_entry_register_id",
                table: "rg_entry");

            migrationBuilder.DropIndex(
                name: "ix_pf_matter_kind_id",
                table: "pf_matter");

            migrationBuilder.DropIndex(
                name: "ix_pf_matter_confidentiality",
                table: "pf_matter");

            migrationBuilder.DropIndex(
                name: "ix_pf_matter_duty_id_closed",
                table: "pf_matter");

            migrationBuilder.DropIndex(
                name: "ix_dc_document_duty_id_issued_at",
                table: "dc_document");

            migrationBuilder.CreateIndex(
                name: "ix_pf_matter_duty_id_group",
                table: "pf_matter",
                columns: new[] { "duty_id", "group" });
        }
    }
}
